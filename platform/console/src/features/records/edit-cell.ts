import { type InfiniteData, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { problemOf } from "@/lib/problem";
import type { Page, Row } from "@/lib/record";
import { update } from "@/lib/write";
import { say } from "@/ui/toasts";
import type { Column } from "@/views/table/columns";
import { same } from "@/views/table/editing";
import { leadOf, leadText } from "@/views/table/lead";
import type { List } from "./use-list";

type Pages = InfiniteData<Page>;

/** Puts a record as it is now in place of what lists show of it. */
export function showRow(queries: QueryClient, tenant: string, entity: string, now: Row) {
  queries.setQueriesData<Pages>({ queryKey: [tenant, entity, "records"] }, (before) =>
    before === undefined
      ? before
      : {
          ...before,
          pages: before.pages.map((page) => ({
            ...page,
            data: page.data.map((row) => (row.id === now.id ? merged(row, now) : row)),
          })),
        },
  );
}

function merged(row: Row, now: Row): Row {
  return { ...row, version: now.version, values: { ...row.values, ...now.values } };
}

/**
 * Saves one cell: shown at once, taken back when it is refused. A change that someone else made to
 * other fields meanwhile is no conflict; one to the same field is, and is thrown.
 */
export function useSaveCell({ tenant, entity, columns, format }: List) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  return useCallback(
    async (row: Row, column: Column, value: unknown) => {
      const { path, heading } = column;
      const old = row.values[path] ?? null;
      const show = (now: Row) => showRow(queries, tenant, entity.name, now);
      const place = { tenant, entity: entity.name, id: row.id };
      show({ ...row, values: { [path]: value } });
      try {
        const saved = await write(place, row, { [path]: value });
        show(saved);
        if (columns.some((other) => other.path.startsWith(`${path}.`))) {
          queries.invalidateQueries({ queryKey: [tenant, entity.name, "records"] });
        }
        const undo = async () => show(await update(place, saved.version, { [path]: old }));
        say({
          said: t("grid.changed", {
            field: heading,
            name: leadText(leadOf(entity, columns), saved, format),
          }),
          action: {
            label: t("bulk.undo"),
            run: () => undo().catch((error) => tellNotUndone(t, error)),
          },
        });
      } catch (error) {
        show({ ...row, values: { [path]: old } });
        throw error;
      }
    },
    [queries, tenant, entity, columns, format, t],
  );
}

type Place = Parameters<typeof update>[0];

async function write(place: Place, row: Row, values: Record<string, unknown>): Promise<Row> {
  try {
    return await update(place, row.version, values);
  } catch (error) {
    const { status, current } = problemOf(error);
    const untouched =
      current !== undefined &&
      Object.keys(values).every((name) => same(current.values[name], row.values[name]));
    if (status === 412 && untouched) {
      return await update(place, current.version, values);
    }
    throw error;
  }
}

type Translate = ReturnType<typeof useTranslation>["t"];

export function tellNotUndone(t: Translate, error: unknown) {
  const { detail, title } = problemOf(error);
  say({ said: t("bulk.notUndone", { reason: detail ?? title }), failed: true });
}
