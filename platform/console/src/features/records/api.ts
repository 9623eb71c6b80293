import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { read, tenantPath } from "@/lib/client";
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
