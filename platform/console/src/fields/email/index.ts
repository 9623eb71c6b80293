import { defineField } from "@/fields/definition";
import { Input } from "./input";

export const email = defineField("email", {
  width: 208,
  grows: true,
  align: "start",
  plain: ({ value }) => value,
  Input,
});
