import classes from "@/fields/control.module.css";
import type { Entry, FieldOf } from "@/fields/definition";
import { toldBy, useFirstFocus } from "@/fields/line";

/** Enter begins a new line; with Ctrl it is final. */
export function Input(entry: Entry<string, FieldOf<"long_text">>) {
  const { value, onChange, onCommit, onCancel, autoFocus, compact } = entry;
  const ref = useFirstFocus<HTMLTextAreaElement>(autoFocus);
  return (
    <textarea
      {...toldBy(entry)}
      ref={ref}
      rows={3}
      className={classes.control}
      data-compact={compact}
      value={value ?? ""}
      onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && onCommit !== undefined) {
          event.preventDefault();
          onCommit(value);
        }
        if (event.key === "Escape" && onCancel !== undefined) {
          event.stopPropagation();
          onCancel();
        }
      }}
    />
  );
}
