import { useTranslation } from "react-i18next";
import type { Format } from "@/lib/format";
import type { Field } from "@/lib/model";
import { fields } from "./registry";

type Properties = {
  field: Field;
  value: unknown;
  format: Format;
  source?: string | undefined;
};

/** A value as its kind draws it; an absent one is a dash. */
export function FieldValue({ field, value, format, source }: Properties) {
  if (isAbsent(value)) {
    return <Absent />;
  }
  const { Display, plain } = fields[field.kind];
  return Display === undefined ? (
    plain({ field, value, format })
  ) : (
    <Display field={field} value={value} format={format} source={source} />
  );
}

function Absent() {
  const { t } = useTranslation();
  return (
    <>
      <span aria-hidden="true" className="faint">
        —
      </span>
      <span className="unseen">{t("values.none")}</span>
    </>
  );
}

/** The value in words, empty when there is none. */
export function plainValue(shown: Properties): string {
  return isAbsent(shown.value) ? "" : fields[shown.field.kind].plain(shown);
}

export function isAbsent(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}
