import { X } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Entry, FieldOf, Reference } from "@/fields/definition";
import { isReference } from "@/fields/draft";
import { Display as One } from "@/fields/reference/display";
import { Input as Picking } from "@/fields/reference/input";
import { useLanguage } from "@/lib/language";
import { textIn } from "@/lib/text";
import classes from "./multi-reference.module.css";

/** What is chosen stands as chips, each with a way out; the line after them finds one more. */
export function Input(entry: Entry<Reference[], FieldOf<"multi_reference">>) {
  const { field, value, onChange, compact } = entry;
  const language = useLanguage();
  const chosen = Array.isArray(value) ? value : [];
  const set = (next: Reference[]) => onChange(next.length === 0 ? null : next);
  const without = (id: string) => chosen.filter((one) => one.id !== id);
  const remove = (id: string) => {
    // The chip takes its button along; losing the focus with it would count as leaving the field.
    document.getElementById(entry.id)?.focus();
    set(without(id));
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not take part in a grid evenly
    <div
      className={classes.group}
      data-compact={compact}
      role="group"
      aria-label={textIn(field.label, language)}
    >
      {chosen.map((one) => (
        <Chip key={one.id} one={one} onRemove={() => remove(one.id)} />
      ))}
      <span className={classes.line}>
        <Picking
          {...entry}
          field={{ ...field, kind: "reference" }}
          without={chosen.map(({ id }) => id)}
          value={null}
          onChange={(picked) => {
            if (isReference(picked)) {
              set([...without(picked.id), picked]);
            }
          }}
          onCommit={undefined}
        />
      </span>
    </div>
  );
}

function Chip({ one, onRemove }: { one: Reference; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <span className={classes.chip}>
      <One value={one} />
      <button
        type="button"
        className={classes.out}
        aria-label={t("picker.takeOut", { name: one.label ?? t("values.hidden") })}
        onMouseDown={(event) => event.preventDefault()}
        onClick={onRemove}
      >
        <X aria-hidden="true" />
      </button>
    </span>
  );
}
