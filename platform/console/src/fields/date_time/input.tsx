import { useQuery } from "@tanstack/react-query";
import classes from "@/fields/control.module.css";
import type { Entry, FieldOf } from "@/fields/definition";
import { keysOf, toldBy, useFirstFocus } from "@/fields/line";
import { modelQuery } from "@/lib/model";
import { instantOf, wallOf } from "./zone";

/** Typed in the tenant's time zone, as it is shown; travels in UTC. */
export function Input(entry: Entry<string, FieldOf<"date_time">>) {
  const { value, onChange, onCommit, onCancel, autoFocus, compact, tenant } = entry;
  const { data: model } = useQuery(modelQuery(tenant));
  const ref = useFirstFocus<HTMLInputElement>(autoFocus);
  if (model === undefined) {
    return null;
  }
  const typed = () => {
    const input = ref.current;
    if (input?.validity.badInput) {
      return "?";
    }
    return input === null || input.value === "" ? null : instantOf(input.value, model.timeZone);
  };
  return (
    <input
      {...toldBy(entry)}
      ref={ref}
      type="datetime-local"
      max="9999-12-31T23:59"
      className={classes.control}
      data-compact={compact}
      defaultValue={value === null ? "" : (wallOf(value, model.timeZone) ?? "")}
      onChange={() => onChange(typed())}
      onKeyDown={keysOf(onCommit && (() => onCommit(typed())), onCancel)}
    />
  );
}
