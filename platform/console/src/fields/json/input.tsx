import { useState } from "react";
import classes from "@/fields/control.module.css";
import type { Entry, FieldOf } from "@/fields/definition";
import { toldBy, useFirstFocus } from "@/fields/line";

/**
 * The tree as text. While it is no JSON the value stays what it was, since any text would be taken
 * for a JSON text.
 */
export function Input(entry: Entry<unknown, FieldOf<"json">>) {
  const { value, onChange, onCommit, onCancel, autoFocus, compact } = entry;
  const ref = useFirstFocus<HTMLTextAreaElement>(autoFocus);
  const [typed, setTyped] = useState(value === null ? "" : JSON.stringify(value, null, 2));
  const [broken, setBroken] = useState(false);
  const take = (text: string) => {
    setTyped(text);
    const read = treeIn(text);
    setBroken(read === undefined);
    if (read !== undefined) {
      onChange(read);
    }
  };
  return (
    <textarea
      {...toldBy(entry)}
      {...(broken ? { "aria-invalid": true } : {})}
      ref={ref}
      rows={3}
      spellCheck={false}
      className={classes.control}
      data-compact={compact}
      value={typed}
      onChange={({ target }) => take(target.value)}
      onKeyDown={(event) => {
        const final = event.key === "Enter" && (event.ctrlKey || event.metaKey);
        if (final && onCommit !== undefined && !broken) {
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

/** What a text means; nothing typed is no value, and what is no JSON is undefined. */
export function treeIn(text: string): unknown {
  if (text.trim() === "") {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
