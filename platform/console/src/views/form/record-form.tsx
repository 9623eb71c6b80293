import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "@/lib/language";
import type { Entity, Field, Model } from "@/lib/model";
import { type Fault, faultsOf, problemOf } from "@/lib/problem";
import type { Changes, Row } from "@/lib/record";
import { textIn } from "@/lib/text";
import { create } from "@/lib/write";
import { adapted, toSend, useAsked } from "./asked";
import classes from "./form.module.css";
import { FormField, isWide } from "./form-field";
import { type FormSection, sectionsToFill } from "./layout";
import { useSendingFiles } from "./sending";
import { defaultsOf } from "./values";

type Properties = {
  tenant: string;
  model: Model;
  entity: Entity;
  /** What is known of the new record beforehand. */
  given: Changes;
  onCreated: (row: Row) => void;
  onCancel: () => void;
};

/** Fills in a new record. What is wrong with it is said by the server, on the field. */
export function RecordForm(properties: Properties) {
  const { model, entity, onCancel, tenant } = properties;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const filling = useFilling(properties);
  const { values, faults, busy, submit, change } = filling;
  // Asked once the values rest.
  const [rested] = useDebouncedValue(values, 300);
  const asked = useAsked(tenant, entity, rested);
  const sections = sectionsToFill(model, entity).map((section) => adapted(section, asked));
  useFirstInvalid(form, faults);
  return (
    <form ref={form} noValidate onSubmit={submit}>
      <Problems faults={faults} sections={sections} />
      {sections.map((section) => (
        <Filled
          key={section.fields[0]?.name}
          section={section}
          mixed={sections.some(({ fields }) => fields.some(({ required }) => required !== true))}
          {...{ tenant, values, faults, change }}
        />
      ))}
      <div className={classes.foot}>
        {filling.sending === undefined ? null : <p role="status">{filling.sending}</p>}
        <Button onClick={onCancel}>{t("form.cancel")}</Button>
        <Button variant="filled" type="submit" disabled={busy}>
          {t(busy ? "form.creating" : "form.create")}
        </Button>
      </div>
    </form>
  );
}

function useFilling({ tenant, model, entity, given, onCreated }: Properties) {
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: model.timeZone }).format(new Date());
  const [values, setValues] = useState<Changes>(() => ({ ...defaultsOf(entity, today), ...given }));
  const [faults, setFaults] = useState<Record<string, Fault>>({});
  const [busy, setBusy] = useState(false);
  const files = useSendingFiles(tenant, entity.name);
  const change = (name: string, value: unknown) => {
    setValues((there) => ({ ...there, [name]: value }));
    setFaults(({ [name]: _, ...others }) => others);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // A drawer's form lies, for React, inside the form that it was opened from.
    event.stopPropagation();
    setBusy(true);
    try {
      const row = await create(tenant, entity.name, toSend(entity, values));
      onCreated(await files.send(row, values));
    } catch (error) {
      setFaults(faultsOf(problemOf(error)));
      setBusy(false);
    }
  };
  return { values, faults, busy, sending: files.said, submit, change };
}

/** After a refusal the keyboard stands where something is to be mended first. */
function useFirstInvalid(
  form: React.RefObject<HTMLFormElement | null>,
  faults: Record<string, Fault>,
) {
  const count = Object.keys(faults).length;
  const known = useRef(0);
  useEffect(() => {
    if (count > known.current) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
    known.current = count;
  }, [count, form]);
}

type Section = {
  tenant: string;
  section: FormSection;
  mixed: boolean;
  values: Changes;
  faults: Record<string, Fault>;
  change: (name: string, value: unknown) => void;
};

function Filled({ tenant, section, mixed, values, faults, change }: Section) {
  const { t } = useTranslation();
  const language = useLanguage();
  const prefix = useId();
  const said = (fault: Fault | undefined) =>
    fault?.code === "required" ? t("form.isRequired") : fault?.message;
  const heading = section.label === undefined ? t("form.other") : textIn(section.label, language);
  return (
    <section className={classes.section}>
      <h2>{heading}</h2>
      <div className={classes.fields}>
        {section.fields.map((field: Field) => (
          <div key={field.name} className={isWide(field) ? classes.wide : undefined}>
            <FormField
              id={`${prefix}${field.name}`}
              tenant={tenant}
              field={field}
              required={mixed && field.required === true}
              value={values[field.name]}
              onChange={(value) => change(field.name, value)}
              problem={said(faults[field.name])}
            />
          </div>
        ))}
      </div>
    </section>
  );
}

/** How many fields are to be mended, and what concerns none of those shown. */
function Problems({
  faults,
  sections,
}: {
  faults: Record<string, Fault>;
  sections: FormSection[];
}) {
  const { t } = useTranslation();
  const shown = new Set(sections.flatMap(({ fields }) => fields.map(({ name }) => name)));
  const names = Object.keys(faults);
  if (names.length === 0) {
    return null;
  }
  const count = names.filter((name) => shown.has(name)).length;
  const others = names.filter((name) => !shown.has(name));
  return (
    <div className={classes.alert} role="alert">
      {count > 0 ? <p>{t("form.problems", { count })}</p> : null}
      {others.map((name) => (
        <p key={name}>{faults[name]?.message}</p>
      ))}
    </div>
  );
}
