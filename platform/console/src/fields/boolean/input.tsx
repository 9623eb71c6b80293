import { Checkbox } from "@mantine/core";
import classes from "@/fields/control.module.css";
import type { Entry, FieldOf } from "@/fields/definition";
import { keysOf, toldBy, useFirstFocus } from "@/fields/line";
import { useLanguage } from "@/lib/language";
import { WORDS } from "./words";

export function Input(entry: Entry<boolean, FieldOf<"boolean">>) {
  const { value, onChange, onCommit, onCancel, autoFocus } = entry;
  const words = WORDS[useLanguage()];
  const ref = useFirstFocus<HTMLInputElement>(autoFocus);
  return (
    <span className={classes.check}>
      <Checkbox
        {...toldBy(entry)}
        ref={ref}
        size="sm"
        checked={value === true}
        label={value === true ? words.yes : words.no}
        onChange={({ target }) => onChange(target.checked)}
        onKeyDown={keysOf(onCommit && (() => onCommit(value)), onCancel)}
      />
    </span>
  );
}
