import { useTranslation } from "react-i18next";
import { FieldValue, plainValue } from "@/fields/field-value";
import { type Field, fieldOf } from "@/lib/model";
import { textIn } from "@/lib/text";
import { sourceOf } from "@/views/table/source";
import { useRecord } from "./known";
import { Linked } from "./linked";
import classes from "./record.module.css";

const MOST = 7;

/** What one looks for first; whoever owns the record is always among it. */
export function Highlights() {
  const { place, model, entity, row, format } = useRecord();
  const { t } = useTranslation();
  const owned = entity.traits.includes("ownable") ? ["owner"] : [];
  const names = [...new Set([...(entity.layout.highlights ?? []), ...owned])].slice(0, MOST);
  const shown = names
    .map((name) => fieldOf(model, entity, name))
    .filter((field) => field !== undefined);
  const heading = ({ name, label }: Field) =>
    name === "owner" ? t("record.owner") : textIn(label, format.language);
  if (shown.length === 0) {
    return null;
  }
  return (
    <dl className={classes.highlights} aria-label={t("record.highlights")}>
      {shown.map((field) => {
        const source = sourceOf(place.tenant, row, { path: field.name, field });
        const seen = { field, value: row.values[field.name], format, source };
        return (
          <div key={field.name}>
            <dt title={heading(field)}>{heading(field)}</dt>
            <dd title={plainValue(seen)}>
              <Linked field={field} value={seen.value}>
                <FieldValue {...seen} />
              </Linked>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
