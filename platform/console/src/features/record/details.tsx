import { useHotkeys } from "@mantine/hooks";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { fieldOf } from "@/lib/model";
import { textIn } from "@/lib/text";
import { adapted, fillable, useAsked } from "@/views/form/asked";
import type { FormSection } from "@/views/form/layout";
import classes from "./details.module.css";
import { InlineField } from "./inline-field";
import { useRecord } from "./known";

const FOLLOWED = ["owner", "created_at", "created_by", "updated_at", "updated_by"];

type Properties = {
  sections: FormSection[];
  /** Whether who made and changed the record stands below. */
  complete: boolean;
};

/** The fields of a record by section, each edited where it stands. */
export function Details({ sections, complete }: Properties) {
  const { place, model, entity, row, format } = useRecord();
  const asked = useAsked(place.tenant, entity, fillable(entity, row.values));
  const { t } = useTranslation();
  const page = useRef<HTMLDivElement>(null);
  useHotkeys([["e", () => firstEdit(page.current)?.click()]]);
  const followed = FOLLOWED.map((name) => fieldOf(model, entity, name)).filter(
    (field) => field !== undefined,
  );
  const own = sections
    .map((section) => adapted(section, asked))
    .filter(({ fields }) => fields.length > 0);
  const all = complete ? [...own, { label: t("record.followed"), fields: followed }] : own;
  return (
    <div ref={page}>
      {all.map(({ label, fields }) => {
        const heading = label === undefined ? t("record.details") : textIn(label, format.language);
        return (
          <section key={heading} className={classes.section}>
            <h2>{heading}</h2>
            <dl>
              {fields.map((field) => (
                <InlineField key={field.name} field={field} />
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}

/** The field that the keyboard stands on, else the first that can be edited. */
function firstEdit(page: HTMLElement | null): HTMLElement | null | undefined {
  const here = document.activeElement?.closest("[data-field]");
  return (here ?? page)?.querySelector<HTMLElement>("[data-edit]");
}
