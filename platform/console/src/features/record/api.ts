import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { read, tenantPath } from "@/lib/client";
import type { Page, Row } from "@/lib/record";
import type { Place } from "@/lib/write";
import type { Related } from "@/views/form/layout";

const LINES = 20;

export function recordQuery({ tenant, entity, id }: Place) {
  return queryOptions({
    queryKey: [tenant, entity, "record", id],
    queryFn: ({ signal }) => read<Row>(tenantPath(tenant, `data/${entity}/${id}`), { signal }),
  });
}

/** The records that lead here, page after page, with how many there are. */
export function relatedQuery(place: Place, { name, entity }: Related, fields: string[]) {
  return infiniteQueryOptions({
    queryKey: [place.tenant, entity.name, "related", name, place.id, fields],
    queryFn: ({ pageParam, signal }) =>
      read<Page>(relatedPath(place, name), {
        parameters: {
          fields: fields.join(","),
          limit: LINES,
          cursor: pageParam,
          total: pageParam === undefined ? "exact" : undefined,
        },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ page }) => page.next ?? undefined,
  });
}

/** How many records lead here, for the tab. */
export function relatedCountQuery(place: Place, { name, entity, field }: Related) {
  return queryOptions({
    queryKey: [place.tenant, entity.name, "count", name, place.id],
    queryFn: async ({ signal }) => {
      const page = await read<Page>(relatedPath(place, name), {
        parameters: { limit: 1, total: "exact", fields: field.name },
        signal,
      });
      return page.total?.value ?? 0;
    },
  });
}

function relatedPath({ tenant, entity, id }: Place, list: string): string {
  return tenantPath(tenant, `data/${entity}/${id}/rel/${list}`);
}
