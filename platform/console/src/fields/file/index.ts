import { defineField } from "@/fields/definition";
import { Display } from "./display";
import { Input } from "./input";

export const file = defineField("file", {
  width: 200,
  grows: true,
  align: "start",
  plain: ({ value }) => value.name,
  Display,
  Input,
});
