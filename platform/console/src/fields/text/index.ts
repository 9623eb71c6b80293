import { defineField } from "@/fields/definition";
import { Input } from "./input";

export const text = defineField("text", {
  width: 144,
  grows: true,
  align: "start",
  plain: ({ value }) => value,
  Input,
});
