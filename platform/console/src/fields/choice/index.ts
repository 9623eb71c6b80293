import { defineField, type FieldOf } from "@/fields/definition";
import type { Language } from "@/lib/language";
import { textIn } from "@/lib/text";
import { Display } from "./display";
import { Input } from "./input";

const LETTER = 7;
const AROUND = 52;
const WIDEST = 200;

export const choice = defineField("choice", {
  width: longest,
  align: "start",
  plain: ({ value, field, format }) =>
    textIn(field.options[value]?.label ?? value, format.language),
  Display,
  Input,
});

/** Room for the longest of the option's words, within reason. */
function longest({ options }: FieldOf<"choice">, spoken: Language): number {
  const words = Object.entries(options).map(([name, { label }]) => textIn(label ?? name, spoken));
  const letters = Math.max(0, ...words.map((word) => word.length));
  return Math.min(letters * LETTER + AROUND, WIDEST);
}
