import { send, tenantPath } from "@/lib/client";
import type { Problem } from "@/lib/problem";
import type { Changes, Page, Row } from "@/lib/record";

const AT_ONCE = 200;

export type Operation =
  | { op: "update"; id: string; version: number; values: Changes }
  | { op: "delete"; id: string; version: number };

/** What became of each operation: done with its new version, or refused with the reason. */
export type Outcome = { id: string; version?: number; problem?: Problem };

type Results = { results: { status: number; version?: number; problem?: Problem }[] };

/** Does to each what can be done, a few at once, and tells how far it came. */
export async function inBatches(
  place: { tenant: string; entity: string },
  operations: Operation[],
  onProgress: (done: number) => void,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let from = 0; from < operations.length; from += AT_ONCE) {
    const some = operations.slice(from, from + AT_ONCE);
    const { results } = await send<Results>(
      tenantPath(place.tenant, `data/${place.entity}/batch`),
      { method: "POST", body: { atomic: false, operations: some } },
    );
    outcomes.push(
      ...results.map(({ version, problem }, at) => ({
        id: some[at]?.id ?? "",
        ...(version === undefined ? {} : { version }),
        ...(problem === undefined ? {} : { problem }),
      })),
    );
    onProgress(outcomes.length);
  }
  return outcomes;
}

/** What a field holds now in each of these records, to be put back later. */
export async function valuesOf(
  { tenant, entity }: { tenant: string; entity: string },
  ids: string[],
  field: string,
): Promise<Map<string, unknown>> {
  const found: Row[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const filter = `id in [${ids
      .slice(from, from + AT_ONCE)
      .map((id) => JSON.stringify(id))
      .join(", ")}]`;
    const page = await send<Page>(tenantPath(tenant, `data/${entity}/query`), {
      method: "POST",
      body: { filter, fields: [field], limit: AT_ONCE },
    });
    found.push(...page.data);
  }
  return new Map(found.map(({ id, values }) => [id, values[field] ?? null]));
}
