import classes from "@/fields/control.module.css";
import type { Entry, FieldOf } from "@/fields/definition";
import { keysOf, toldBy, useFirstFocus } from "@/fields/line";

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** The browser's own: it writes dates as the person's system does and has a calendar. */
export function Input(entry: Entry<string, FieldOf<"date">>) {
  const { value, onChange, onCommit, onCancel, autoFocus, compact } = entry;
  const ref = useFirstFocus<HTMLInputElement>(autoFocus);
  return (
    <input
      {...toldBy(entry)}
      ref={ref}
      type="date"
      max="9999-12-31"
      className={classes.control}
      data-compact={compact}
      defaultValue={value !== null && ISO.test(value) ? value : ""}
      onChange={({ target }) => onChange(typedIn(target))}
      onBlur={({ target }) => onChange(typedIn(target))}
      onKeyDown={keysOf(onCommit && (() => onCommit(typedIn(ref.current))), onCancel)}
    />
  );
}

/** Half a date is not an empty one: it is sent, refused, and stays. */
function typedIn(input: HTMLInputElement | null): string | null {
  if (input?.validity.badInput) {
    return "?";
  }
  return input === null || input.value === "" ? null : input.value;
}
