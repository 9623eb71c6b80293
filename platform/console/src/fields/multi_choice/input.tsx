import type { Entry, FieldOf } from "@/fields/definition";
import { keysOf, toldBy } from "@/fields/line";
import { useLanguage } from "@/lib/language";
import { textIn } from "@/lib/text";
import classes from "./multi-choice.module.css";

/** A box for each option; retired ones only where they are chosen already. */
export function Input(entry: Entry<string[], FieldOf<"multi_choice">>) {
  const { field, value, onChange, onCommit, onCancel, autoFocus, compact } = entry;
  const language = useLanguage();
  const chosen = Array.isArray(value) ? value : [];
  const names = Object.keys(field.options).filter(
    (name) => !field.options[name]?.retired || chosen.includes(name),
  );
  const flip = (name: string) => {
    const next = names.filter((one) => (one === name) !== chosen.includes(one));
    onChange(next.length === 0 ? null : next);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not take part in a grid evenly
    <div
      className={classes.group}
      data-compact={compact}
      role="group"
      aria-label={textIn(field.label, language)}
    >
      {names.map((name, index) => (
        <label key={name} className={classes.option}>
          <input
            {...(index === 0 ? toldBy(entry) : {})}
            type="checkbox"
            // biome-ignore lint/a11y/noAutofocus: it was opened to be edited
            autoFocus={autoFocus === true && index === 0}
            checked={chosen.includes(name)}
            onChange={() => flip(name)}
            onKeyDown={keysOf(onCommit && (() => onCommit(value)), onCancel)}
          />
          {textIn(field.options[name]?.label ?? name, language)}
        </label>
      ))}
    </div>
  );
}
