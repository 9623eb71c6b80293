import { defineField, type FieldOf, type Shown } from "@/fields/definition";
import { textIn } from "@/lib/text";
import { Display } from "./display";
import { Input } from "./input";

export const multiChoice = defineField("multi_choice", {
  width: 176,
  grows: true,
  align: "start",
  plain: inWords,
  Display,
  Input,
});

function inWords({ value, field, format }: Shown<string[], FieldOf<"multi_choice">>): string {
  return value
    .map((name) => textIn(field.options[name]?.label ?? name, format.language))
    .join(", ");
}
