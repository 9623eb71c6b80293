import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import { useLanguage } from "@/lib/language";
import { type Entity, type Model, modelQuery, useTenantTitle, type View } from "@/lib/model";
import type { Selection } from "@/lib/record";
import { textIn } from "@/lib/text";
import { EntityIcon } from "@/ui/entity-icon";
import { usePageTitle } from "@/ui/page-title";
import { Missing } from "@/ui/problem-state";
import { SignDrawing } from "@/ui/sign";
import { State } from "@/ui/state";
import { type Column, columnsOf } from "@/views/table/columns";
import classes from "./list.module.css";
import { Records } from "./records";
import { chosenView, telling } from "./selection";
import { ViewTabs } from "./view-tabs";

type Place = { tenant: string; entity: string; view: string | undefined };

/** The records of one entity, as one of its views selects them. */
export function RecordList({ tenant, entity: name, view }: Place) {
  const { data: model } = useQuery(modelQuery(tenant));
  if (model === undefined) {
    return null;
  }
  const entity = model.entities[name];
  return entity === undefined ? (
    <Missing />
  ) : (
    <EntityList tenant={tenant} model={model} entity={entity} asked={view} />
  );
}

type Known = { tenant: string; model: Model; entity: Entity; asked: string | undefined };

function EntityList({ tenant, model, entity, asked }: Known) {
  const { t } = useTranslation();
  const spoken = useLanguage();
  const format = useFormat(model.timeZone);
  const view = chosenView(entity, asked);
  const columns = useMemo(
    () => columnsOf(model, entity, telling(entity, view), spoken),
    [model, entity, view, spoken],
  );
  const title = textIn(entity.plural, spoken);
  usePageTitle(title, useTenantTitle(tenant));
  const selection = selectionOf(columns, view);
  return (
    <>
      <header className={classes.head}>
        <EntityIcon entity={entity} />
        <h1>{title}</h1>
      </header>
      <ViewTabs tenant={tenant} entity={entity} chosen={view} />
      {columns.length === 0 ? (
        <State art={<SignDrawing />} title={t("list.noField")} hint={t("list.noFieldHint")} />
      ) : (
        <Records
          key={JSON.stringify([entity.name, selection])}
          tenant={tenant}
          asking={{ entity, view, selection, columns, format }}
        />
      )}
    </>
  );
}

function selectionOf(columns: Column[], view: View | undefined): Selection {
  return {
    fields: columns.map(({ path }) => path),
    sort: view?.sort ?? [],
    ...(view?.filter === undefined ? {} : { filter: view.filter }),
  };
}
