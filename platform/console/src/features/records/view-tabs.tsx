import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLanguage } from "@/lib/language";
import type { Entity, View } from "@/lib/model";
import { textIn } from "@/lib/text";
import classes from "./list.module.css";
import { viewsOf } from "./selection";

type Properties = { tenant: string; entity: Entity; chosen: View | undefined };

/** The saved views of an entity, the one that shows everything first. */
export function ViewTabs({ tenant, entity, chosen }: Properties) {
  const { t } = useTranslation();
  const spoken = useLanguage();
  return (
    <nav className={classes.tabs} aria-label={t("list.views")}>
      {viewsOf(entity).map((view, index) => (
        <Link
          key={view?.name ?? ""}
          to="/t/$tenant/e/$entity"
          params={{ tenant, entity: entity.name }}
          search={view === undefined || index === 0 ? {} : { view: view.name }}
          className={classes.tab}
          activeOptions={{ exact: true, includeSearch: true }}
          data-chosen={view === chosen}
        >
          {view === undefined ? t("list.all") : textIn(view.label, spoken)}
        </Link>
      ))}
    </nav>
  );
}
