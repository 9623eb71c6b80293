import { infiniteQueryOptions } from "@tanstack/react-query";
import { read, tenantPath } from "@/lib/client";
import type { Entity, Model } from "@/lib/model";
import type { Referred, Row } from "@/lib/record";
import type { Place } from "@/lib/write";
import { type Related, relatedOf } from "@/views/form/layout";

export type Change = { old?: unknown; new?: unknown };

/** Something around a record: a write of it, or an activity that points at it. */
export type Happening = { at: string; by: Referred | undefined } & (
  | { kind: "change"; op: string; version: number; changes: Record<string, Change> }
  | { kind: "activity"; record: Row }
);

type WireItem = {
  at: string;
  by?: Referred | null;
  op?: string;
  version?: number;
  changes?: Record<string, Change>;
  record?: Row | string;
};
type WireTimeline = { data: WireItem[]; page: { next: string | null } };

const STRETCH = 50;

export function timelineKey({ tenant, id }: Place) {
  return [tenant, "timeline", id];
}

/** What happened around a record, the latest first, stretch after stretch. */
export function timelineQuery(place: Place) {
  return infiniteQueryOptions({
    queryKey: timelineKey(place),
    queryFn: async ({ pageParam, signal }) => {
      const path = tenantPath(place.tenant, `data/${place.entity}/${place.id}/timeline`);
      const parameters = { limit: STRETCH, cursor: pageParam };
      const { data, page } = await read<WireTimeline>(path, { parameters, signal });
      return { items: data.map(happening).filter((item) => item !== undefined), next: page.next };
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

function happening({
  at,
  by,
  op = "update",
  version = 0,
  changes,
  record,
}: WireItem): Happening | undefined {
  const who = by ?? undefined;
  if (typeof record === "object") {
    return { kind: "activity", at, by: who, record };
  }
  return changes === undefined && op === "update"
    ? undefined
    : { kind: "change", at, by: who, op, version, changes: changes ?? {} };
}

/** The lists of activities that may point at records of this entity. */
export function activitiesOf(model: Model, entity: Entity): Related[] {
  return relatedOf(model, entity).filter((list) => list.entity.traits.includes("activity"));
}

/** A stretch of time: `upcoming`, `today`, `yesterday`, or a month such as `2026-11`. */
export type Span = string;

/** Under which heading a moment stands, by the tenant's calendar. */
export function spanOf(at: string, now: Date, timeZone: string): Span {
  const dayOf = new Intl.DateTimeFormat("en-CA", { timeZone });
  const day = dayOf.format(new Date(at));
  const today = dayOf.format(now);
  if (new Date(at) > now) {
    return "upcoming";
  }
  if (day === today) {
    return "today";
  }
  const yesterday = new Date(`${today}T12:00:00Z`);
  yesterday.setUTCDate(yesterday.getUTCDate() - 1);
  return day === yesterday.toISOString().slice(0, 10) ? "yesterday" : day.slice(0, 7);
}

/** Neighbours of the same span together, in the order in which they come. */
export function spans(happenings: Happening[], now: Date, timeZone: string) {
  const groups: { span: Span; items: Happening[] }[] = [];
  for (const item of happenings) {
    const span = spanOf(item.at, now, timeZone);
    const last = groups.at(-1);
    if (last?.span === span) {
      last.items.push(item);
    } else {
      groups.push({ span, items: [item] });
    }
  }
  return groups;
}
