import { queryOptions } from "@tanstack/react-query";
import { plainValue } from "@/fields/field-value";
import { read, tenantPath } from "@/lib/client";
import type { Format } from "@/lib/format";
import { type Entity, fieldOf, type Model } from "@/lib/model";
import { nameOf, namingFields, searchFor } from "@/lib/naming";
import { recentOf } from "@/lib/recent";
import type { Page, Referred, Row } from "@/lib/record";

const EACH = 8;
const SHOWN = 10;
/** As many as the API gives at once. */
const MOST = 1_000;

/** Records of these entities whose name has what is typed; those looked at lately come first. */
export function candidatesQuery(
  { tenant, model, format }: { tenant: string; model: Model; format: Format },
  targets: Entity[],
  typed: string,
  /** Ids of those that are not offered. */
  without: readonly string[] = [],
) {
  // Though all that is left out were found first, there are still some to offer.
  const limit = Math.min(EACH + without.length, MOST);
  const offered = ({ id }: Referred) => !without.includes(id);
  return queryOptions({
    queryKey: [tenant, "candidates", targets.map(({ name }) => name), typed.trim(), without],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        targets.map((entity) => page(tenant, entity, typed, limit, signal).catch(() => [])),
      );
      const found = pages.flatMap((rows, index) =>
        rows.map((row) => referred(targets[index] as Entity, row, model, format)),
      );
      const late = recentOf(tenant).map(({ id }) => id);
      const rank = ({ id }: Referred) => (late.includes(id) ? late.indexOf(id) : late.length);
      return typed.trim() === ""
        ? [...recentOf(tenant).filter(({ entity }) => isOne(targets, entity)), ...found]
            .filter(offered)
            .filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index)
            .slice(0, SHOWN)
        : found
            .filter(offered)
            .toSorted((a, b) => rank(a) - rank(b))
            .slice(0, SHOWN);
    },
    staleTime: 10_000,
  });
}

function isOne(targets: Entity[], name: string): boolean {
  return targets.some((entity) => entity.name === name);
}

async function page(
  tenant: string,
  entity: Entity,
  typed: string,
  limit: number,
  signal: AbortSignal,
) {
  const { filter, params } = searchFor(entity, typed);
  const answer = await read<Page>(tenantPath(tenant, `data/${entity.name}`), {
    parameters: { filter, ...params, fields: namingFields(entity).join(","), limit },
    signal,
  });
  return answer.data;
}

function referred(entity: Entity, row: Row, model: Model, format: Format): Referred {
  const label = nameOf(entity, (name) => {
    const field = fieldOf(model, entity, name);
    return field === undefined ? "" : plainValue({ field, value: row.values[name], format });
  });
  return { id: row.id, entity: entity.name, label: label === "" ? "—" : label };
}
