import type { FieldOf, Shown } from "@/fields/definition";
import { textIn } from "@/lib/text";
import { Badge } from "@/ui/badge";
import classes from "./multi-choice.module.css";

/** A badge for each option, in declared order. */
export function Display({ value, field, format }: Shown<string[], FieldOf<"multi_choice">>) {
  return (
    <span className={classes.badges}>
      {value.map((name) => {
        const option = field.options[name] ?? {};
        return (
          <Badge key={name} color={option.color} mark={undefined}>
            {textIn(option.label ?? name, format.language)}
          </Badge>
        );
      })}
    </span>
  );
}
