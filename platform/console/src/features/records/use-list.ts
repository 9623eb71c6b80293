import { useLocalStorage } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type Format, useFormat } from "@/lib/format";
import { type Language, language, useLanguage } from "@/lib/language";
import { meQuery } from "@/lib/me";
import type { Entity, Model, View } from "@/lib/model";
import type { Selection } from "@/lib/record";
import type { Arrangement } from "@/views/table/arrangement";
import { type Column, columnsOf } from "@/views/table/columns";
import { chosenView, type ListSearch, telling } from "./selection";

export type Known = { tenant: string; model: Model; entity: Entity; search: ListSearch };

/** All that a list is at a moment, and the ways to change it. */
export type List = Known & {
  view: View | undefined;
  format: Format;
  columns: Column[];
  selection: Selection;
  /** The filter in force, and whether it stands in place of the view's. */
  filter: string;
  arrangement: Arrangement;
  rearranged: boolean;
  arrange: (next: Arrangement | undefined) => void;
  /** Filter and order in place of the view's; undefined goes back to the view's. */
  setFilter: (filter: string | undefined) => void;
  setSort: (sort: string[] | undefined) => void;
};

export function useList(known: Known): List {
  const { model, entity, search } = known;
  const spoken = useLanguage();
  const view = chosenView(entity, search.view);
  const { kept, keep } = useKept(known, view);
  const { filter: ownFilter, sort: ownSort } = search;
  const drawn = useMemo(
    () => drawnBy({ model, entity, view, kept, spoken, filter: ownFilter, sort: ownSort }),
    [model, entity, view, kept, spoken, ownFilter, ownSort],
  );
  const go = useGo(known);
  return {
    ...known,
    ...drawn,
    view,
    rearranged: kept !== undefined,
    arrange: keep,
    format: useFormat(model.timeZone),
    setFilter: useCallback((next) => go({ filter: next }), [go]),
    setSort: useCallback((next) => go({ sort: next?.join(",") }), [go]),
  };
}

/** The arrangement of this person for this view, kept in the browser. */
function useKept(known: Known, view: View | undefined) {
  const { data: me } = useQuery(meQuery());
  const [kept, setKept, forget] = useLocalStorage<Arrangement | undefined>({
    key: keptAs(me?.user.name, known, view),
    getInitialValueInEffect: false,
  });
  const keep = (next: Arrangement | undefined) => (next === undefined ? forget() : setKept(next));
  return { kept, keep };
}

/** Under which key the arrangement is kept. */
function keptAs(user: string | undefined, { tenant, entity }: Known, view: View | undefined) {
  return ["entente.columns", user, tenant, entity.name, view?.name ?? ""].join(".");
}

type Drawn = {
  model: Model;
  entity: Entity;
  view: View | undefined;
  kept: Arrangement | undefined;
  spoken: Language;
  filter: string | undefined;
  sort: string | undefined;
};

/** The columns of a list, and what it asks for. */
function drawnBy({ model, entity, view, kept, spoken, filter: own, sort: ownSort }: Drawn) {
  const arrangement = kept ?? {
    paths: columnsOf(model, entity, telling(entity, view), spoken).map(({ path }) => path),
    widths: {},
  };
  const columns = columnsOf(model, entity, arrangement.paths, spoken, arrangement.widths);
  const filter = own ?? view?.filter ?? "";
  const sort = ownSort === undefined ? (view?.sort ?? []) : partsOf(ownSort);
  const fields = columns.map(({ path }) => path);
  const selection: Selection = { fields, sort, ...(filter === "" ? {} : { filter }) };
  return { arrangement, columns, filter, selection };
}

/** What a list will ask for once it is drawn, as far as that can be known before. */
export function selectionOf(known: Known, user: string): Selection {
  const { model, entity, search } = known;
  const view = chosenView(entity, search.view);
  const stored = window.localStorage.getItem(keptAs(user, known, view));
  const kept = stored === null ? undefined : (JSON.parse(stored) as Arrangement);
  const { filter, sort } = search;
  return drawnBy({ model, entity, view, kept, spoken: language(), filter, sort }).selection;
}

type Change = { filter?: string | undefined; sort?: string | undefined };

/** Puts a part of the list in its address, so that it can be shared and gone back to. */
function useGo({ tenant, entity }: Known) {
  const navigate = useNavigate();
  const { name } = entity;
  return useCallback(
    (change: Change) =>
      navigate({
        to: "/t/$tenant/e/$entity",
        params: { tenant, entity: name },
        search: (before) => without({ ...before, ...change }),
        replace: true,
      }),
    [navigate, tenant, name],
  );
}

function without(search: Change & { view?: string | undefined }): ListSearch {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined));
}

function partsOf(sort: string): string[] {
  return sort.split(",").filter((part) => part !== "");
}
