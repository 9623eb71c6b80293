import { type QueryClient, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { keepAhead } from "@/lib/ahead";
import { meQuery } from "@/lib/me";
import { modelQuery, useTenantTitle } from "@/lib/model";
import { textIn } from "@/lib/text";
import { usePageTitle } from "@/ui/page-title";
import { Missing } from "@/ui/problem-state";
import { SignDrawing } from "@/ui/sign";
import { State } from "@/ui/state";
import { recordsAddress, recordsQuery } from "./api";
import { Head } from "./head";
import { Records } from "./records";
import type { ListSearch } from "./selection";
import { Tools } from "./tools";
import { type Known, type List, selectionOf, useList } from "./use-list";
import { ViewTabs } from "./view-tabs";

type Place = { tenant: string; entity: string; search: ListSearch };

/** The records of one entity, as one of its views selects them. */
export function RecordList({ tenant, entity: name, search }: Place) {
  const { data: model } = useQuery(modelQuery(tenant));
  const { isPending } = useQuery(meQuery());
  if (model === undefined || isPending) {
    return null;
  }
  const entity = model.entities[name];
  return entity === undefined ? (
    <Missing />
  ) : (
    <EntityList tenant={tenant} model={model} entity={entity} search={search} />
  );
}

function EntityList(known: Known) {
  const { t } = useTranslation();
  const list = useList(known);
  const { tenant, entity, columns, format } = list;
  /** The field that was asked to be filtered by, until its chip is there. */
  const [asked, setAsked] = useState<string>();
  const [picking, setPicking] = useState(false);
  useKeepAhead(list);
  usePageTitle(textIn(entity.plural, format.language), useTenantTitle(tenant));
  return (
    <>
      <Head list={list} picking={picking} onPick={setPicking} />
      <ViewTabs tenant={tenant} entity={entity} chosen={list.view} />
      {columns.length === 0 ? (
        <State art={<SignDrawing />} title={t("list.noField")} hint={t("list.noFieldHint")} />
      ) : (
        <>
          <Tools list={list} asked={asked} onAsked={() => setAsked(undefined)} />
          <Records
            key={list.view?.name ?? ""}
            list={list}
            onFilter={setAsked}
            picking={picking}
            onPicked={() => setPicking(false)}
          />
        </>
      )}
    </>
  );
}

/** A list as its view defines it comes sooner the next time; a person's own filter is kept nowhere. */
function useKeepAhead({ tenant, entity, selection, search }: List) {
  const address = recordsAddress(tenant, entity.name, selection);
  const own = search.filter !== undefined || search.sort !== undefined;
  useEffect(() => {
    if (!own) {
      keepAhead(window.location.pathname + window.location.search, address);
    }
  }, [address, own]);
}

/** Asks for the records of a list while the page for them is still to be drawn. */
export async function askAhead(
  queries: QueryClient,
  tenant: string,
  name: string,
  search: ListSearch,
): Promise<void> {
  const model = queries.getQueryData(modelQuery(tenant).queryKey);
  const me = queries.getQueryData(meQuery().queryKey);
  const entity = model?.entities[name];
  if (model !== undefined && me !== undefined && entity !== undefined) {
    const selection = selectionOf({ tenant, model, entity, search }, me.user.name);
    await queries.prefetchInfiniteQuery(recordsQuery(tenant, name, selection));
  }
}
