import type { FieldOf, Shown } from "@/fields/definition";
import { textIn } from "@/lib/text";
import { Badge } from "@/ui/badge";
import { markOf } from "./mark";

/** A badge where the definition gives a colour or the choice is a status; else its word. */
export function Display({ value, field, format }: Shown<string, FieldOf<"choice">>) {
  const option = field.options[value] ?? {};
  const word = textIn(option.label ?? value, format.language);
  const mark = markOf(field.name, value, option);
  if (option.color === undefined && mark === undefined) {
    return word;
  }
  return (
    <Badge color={option.color} mark={mark}>
      {word}
    </Badge>
  );
}
