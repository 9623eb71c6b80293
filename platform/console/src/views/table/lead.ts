import { plainValue } from "@/fields/field-value";
import type { Format } from "@/lib/format";
import type { Entity } from "@/lib/model";
import type { Row } from "@/lib/record";
import type { Column } from "./columns";

/**
 * The columns that name a record: those at the beginning that its naming speaks of, such as first
 * and last name; else the first one.
 */
export function leadOf(entity: Entity, columns: Column[]): Column[] {
  const words = new Set(entity.naming.match(/[a-z][a-z0-9_]*/g));
  const other = columns.findIndex(({ path, field }) => field.kind !== "text" || !words.has(path));
  const named = columns.slice(0, other === -1 ? columns.length : other);
  return named.length > 0 ? named : columns.slice(0, 1);
}

export function leadText(lead: Column[], row: Row, format: Format): string {
  return lead
    .map(({ path, field }) => plainValue({ field, value: row.values[path], format }))
    .filter((word) => word !== "")
    .join(" ");
}
