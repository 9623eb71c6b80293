import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { address, read, tenantPath } from "@/lib/client";
import type { Entity } from "@/lib/model";
import type { Page, Selection } from "@/lib/record";

const PAGE = 50;

/** The records of an entity, page after page. */
export function recordsQuery(tenant: string, entity: string, selection: Selection) {
  return infiniteQueryOptions({
    queryKey: [tenant, entity, "records", selection],
    queryFn: ({ pageParam, signal }) =>
      read<Page>(tenantPath(tenant, `data/${entity}`), {
        parameters: { ...parametersOf(selection), limit: PAGE, cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ page }) => page.next ?? undefined,
    // What was asked for ahead is not asked for again when the list is drawn.
    staleTime: 2_000,
  });
}

/** The address at which the first page of them is read. */
export function recordsAddress(tenant: string, entity: string, selection: Selection): string {
  return address(tenantPath(tenant, `data/${entity}`), {
    ...parametersOf(selection),
    limit: PAGE,
    cursor: undefined,
  });
}

/** How many records there are; asked for by hand, since counting costs. */
export function totalQuery(tenant: string, entity: string, { filter }: Selection) {
  return queryOptions({
    queryKey: [tenant, entity, "total", filter ?? ""],
    queryFn: async ({ signal }) => {
      const page = await read<Page>(tenantPath(tenant, `data/${entity}`), {
        parameters: { filter, limit: 1, total: "exact" },
        signal,
      });
      return page.total;
    },
  });
}

function parametersOf({ fields, filter, sort }: Selection) {
  return { fields: fields.join(","), filter, sort: sort.join(",") };
}

/** What a record is called, wherever it is among the entities that a reference may lead to. */
export function labelQuery(tenant: string, entities: Entity[], id: string) {
  return queryOptions({
    queryKey: [tenant, "label", id],
    queryFn: async ({ signal }) => {
      for (const { name, naming } of entities) {
        const fields = naming.match(/[a-z][a-z0-9_]*/g)?.join(",");
        const page = await read<Page>(tenantPath(tenant, `data/${name}`), {
          parameters: { filter: `id == ${JSON.stringify(id)}`, fields, limit: 1 },
          signal,
        });
        const [found] = page.data;
        if (found !== undefined) {
          return Object.values(found.values).filter(isText).join(" ");
        }
      }
      return "—";
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

/** Refused when a filter cannot be read. */
export function checkFilter(tenant: string, entity: string, filter: string) {
  return read<Page>(tenantPath(tenant, `data/${entity}`), { parameters: { filter, limit: 1 } });
}
