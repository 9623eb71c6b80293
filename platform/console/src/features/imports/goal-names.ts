import { useTranslation } from "react-i18next";
import { useLanguage } from "@/lib/language";
import type { Model } from "@/lib/model";
import { textIn } from "@/lib/text";
import type { Goal, Key } from "./mapping";

/** What goals and keys are called in the language of the page. */
export function useGoalNames(model: Model) {
  const { t } = useTranslation();
  const language = useLanguage();
  return {
    goal: ({ field, part }: Pick<Goal, "field" | "part">) => {
      const label = textIn(field.label, language);
      return part === undefined ? label : `${label} · ${t(`imports.parts.${part}`)}`;
    },
    /** `to` is where a reference leads that leads to one entity only. */
    key: ({ entity: name, by }: Key, to: string | undefined) => {
      const target = model.entities[name ?? to ?? ""];
      const field = by === undefined ? undefined : target?.fields[by];
      const said = field === undefined ? t("imports.columns.id") : textIn(field.label, language);
      return name === undefined || target === undefined
        ? said
        : `${textIn(target.label, language)} · ${said}`;
    },
  };
}
