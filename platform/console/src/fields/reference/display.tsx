import { useTranslation } from "react-i18next";
import type { Reference } from "@/fields/definition";
import { Avatar, shapeOf } from "@/ui/avatar";

/** The record's name, with a face when it is a person, a user or an organization. */
export function Display({ value: { entity, label } }: { value: Reference }) {
  if (label === undefined) {
    return <Hidden />;
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

function Hidden() {
  const { t } = useTranslation();
  return <span className="faint">{t("values.hidden")}</span>;
}
