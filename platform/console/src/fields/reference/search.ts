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

/** Records of these entities whose name has what is typed; those looked at lately come first. */
export function candidatesQuery(
  { tenant, model, format }: { tenant: string; model: Model; format: Format },
  targets: Entity[],
  typed: string,
) {
  return queryOptions({
    queryKey: [tenant, "candidates", targets.map(({ name }) => name), typed.trim()],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        targets.map((entity) => page(tenant, entity, typed, signal).catch(() => [])),
      );
      const found = pages.flatMap((rows, index) =>
        rows.map((row) => referred(targets[index] as Entity, row, model, format)),
      );
      const late = recentOf(tenant).map(({ id }) => id);
      const rank = ({ id }: Referred) => (late.includes(id) ? late.indexOf(id) : late.length);
      return typed.trim() === ""
        ? [...recentOf(tenant).filter(({ entity }) => isOne(targets, entity)), ...found]
            .filter(({ id }, index, all) => all.findIndex((one) => one.id === id) === index)
            .slice(0, SHOWN)
        : found.toSorted((a, b) => rank(a) - rank(b)).slice(0, SHOWN);
    },
    staleTime: 10_000,
  });
}

function isOne(targets: Entity[], name: string): boolean {
  return targets.some((entity) => entity.name === name);
}

async function page(tenant: string, entity: Entity, typed: string, signal: AbortSignal) {
  const { filter, params } = searchFor(entity, typed);
  const answer = await read<Page>(tenantPath(tenant, `data/${entity.name}`), {
    parameters: { filter, ...params, fields: namingFields(entity).join(","), limit: EACH },
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
