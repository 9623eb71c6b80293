import classes from "@/fields/control.module.css";
import type { Address, Entry, FieldOf } from "@/fields/definition";
import { keysOf, toldBy, useFirstFocus } from "@/fields/line";
import { useFormat } from "@/lib/format";
import { type Language, useLanguage } from "@/lib/language";
import { textIn } from "@/lib/text";

type Part = keyof Address;

const PARTS: Part[] = ["street", "line2", "postal_code", "city", "region", "country"];
const WORDS: Record<Language, Record<Part, string>> = {
  fr: {
    street: "Rue",
    line2: "Complément",
    postal_code: "Code postal",
    city: "Ville",
    region: "Région",
    country: "Pays",
  },
  en: {
    street: "Street",
    line2: "Second line",
    postal_code: "Postal code",
    city: "City",
    region: "Region",
    country: "Country",
  },
};

/** A line for each part, the first of them under the field's own label. */
export function Input(entry: Entry<Address, FieldOf<"address">>) {
  const { value, onChange, onCommit, onCancel, autoFocus, compact, field } = entry;
  const language = useLanguage();
  const { country } = useFormat();
  const ref = useFirstFocus<HTMLInputElement>(autoFocus);
  const there: Address = value !== null && typeof value === "object" ? value : {};
  const label = textIn(field.label, language);
  const shown = (part: Part) =>
    part === "country" && /^[A-Z]{2}$/.test(there.country ?? "")
      ? country(there.country ?? "")
      : (there[part] ?? "");
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset does not take part in a grid evenly
    <div className={classes.group} data-compact={compact} role="group" aria-label={label}>
      {PARTS.map((part, index) => (
        <input
          key={part}
          {...(index === 0 ? toldBy(entry) : {})}
          ref={index === 0 ? ref : undefined}
          type="text"
          autoComplete="off"
          className={classes.control}
          aria-label={`${label}, ${WORDS[language][part]}`}
          placeholder={WORDS[language][part]}
          value={shown(part)}
          onChange={({ target }) => onChange(withPart(there, part, target.value))}
          onKeyDown={keysOf(onCommit && (() => onCommit(value)), onCancel)}
        />
      ))}
    </div>
  );
}

/** An address without a part is none. */
export function withPart(address: Address, part: Part, typed: string): Address | null {
  const { [part]: _, ...others } = address;
  const next = typed === "" ? others : { ...others, [part]: typed };
  return Object.values(next).some(Boolean) ? next : null;
}
