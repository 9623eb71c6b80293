import { defineField } from "@/fields/definition";
import { textIn } from "@/lib/text";
import { Display } from "./display";

export const choice = defineField("choice", {
  width: 128,
  align: "start",
  plain: ({ value, field, format }) =>
    textIn(field.options[value]?.label ?? value, format.language),
  Display,
});
