import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Draft, type Entry, problemId } from "@/fields/definition";
import { fields } from "@/fields/registry";
import { useLanguage } from "@/lib/language";
import type { Field } from "@/lib/model";
import { textIn } from "@/lib/text";
import classes from "./form.module.css";

type Properties = Pick<
  Entry<unknown, Field>,
  "id" | "tenant" | "field" | "problem" | "autoFocus" | "onCommit" | "onCancel"
> & {
  value: unknown;
  onChange: (value: Draft<unknown>) => void;
  /** Whether it is told that a value is needed. */
  required?: boolean;
  children?: ReactNode;
};

/** Whether a field takes the whole width of a form. */
export function isWide({ kind }: Field): boolean {
  return WIDE.has(kind);
}

const WIDE: ReadonlySet<Field["kind"]> = new Set([
  "long_text",
  "address",
  "multi_choice",
  "multi_reference",
  "json",
  "file",
  "image",
]);

/** A field being filled in: its label above, its help below, or what is wrong in place of it. */
export function FormField({ required = false, children, value, ...entry }: Properties) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, field, problem } = entry;
  const { Input } = fields[field.kind];
  if (Input === undefined) {
    return null;
  }
  return (
    <div className={classes.entry}>
      <label className={classes.label} htmlFor={id}>
        {textIn(field.label, language)} {required ? <small>{t("form.required")}</small> : null}
      </label>
      <Input {...entry} value={(value ?? null) as Draft<unknown>} />
      {problem === undefined ? null : (
        <p className={classes.problem} id={problemId(id)}>
          {problem}
        </p>
      )}
      {problem !== undefined || field.help === undefined ? null : (
        <p className={classes.help}>{textIn(field.help, language)}</p>
      )}
      {children}
    </div>
  );
}
