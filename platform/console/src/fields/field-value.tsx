import { VisuallyHidden } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Format } from "@/lib/format";
import type { Field } from "@/lib/model";
import { fields } from "./registry";

type Properties = { field: Field; value: unknown; format: Format };

/** A value as its kind draws it; an absent one is a dash. */
export function FieldValue({ field, value, format }: Properties) {
  const { t } = useTranslation();
  if (isAbsent(value)) {
    return (
      <>
        <span aria-hidden="true" className="faint">
          —
        </span>
        <VisuallyHidden>{t("values.none")}</VisuallyHidden>
      </>
    );
  }
  const { Display, plain } = fields[field.kind];
  return Display === undefined ? (
    plain({ field, value, format })
  ) : (
    <Display field={field} value={value} format={format} />
  );
}

/** The value in words, empty when there is none. */
export function plainValue(shown: Properties): string {
  return isAbsent(shown.value) ? "" : fields[shown.field.kind].plain(shown);
}

export function isAbsent(value: unknown): boolean {
  return value === null || value === undefined || value === "";
}
