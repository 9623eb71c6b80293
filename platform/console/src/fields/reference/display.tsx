import { useTranslation } from "react-i18next";
import type { Reference } from "@/fields/definition";
import { Avatar, shapeOf } from "@/ui/avatar";

/** The record's name, with a face when it is a person, a user or an organization. */
export function Display({ value: { entity, label } }: { value: Reference }) {
  const { t } = useTranslation();
  if (label === undefined) {
    return <span className="faint">{t("values.hidden")}</span>;
  }
  const shape = shapeOf(entity);
  return shape === undefined ? (
    label
  ) : (
    <span className="who">
      <Avatar name={label} shape={shape} />
      <span className="cut">{label}</span>
    </span>
  );
}
