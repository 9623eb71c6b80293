import type { Entity, Field } from "@/lib/model";
import { searchedFields } from "@/lib/naming";
import type { Changes, Referred } from "@/lib/record";

/** A value as it is sent: of a reference its id alone, and the entity where there may be several. */
export function sent(field: Field, value: unknown): unknown {
  if (field.kind === "reference" && typeof value === "object" && value !== null) {
    const { id, entity } = value as Referred;
    return field.to_trait === undefined ? id : { id, entity };
  }
  if (field.kind === "multi_reference" && Array.isArray(value)) {
    return (value as Referred[]).map(({ id }) => id);
  }
  return value ?? null;
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** Of a reference only the record counts, not how it is called. */
function plain(value: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    return value ?? null;
  }
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  return "id" in value ? value.id : Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** What a new record begins with, of the defaults that need no server to be understood. */
export function defaultsOf(entity: Entity, today: string): Changes {
  const found = Object.values(entity.fields).map((field) => [
    field.name,
    field.default === undefined ? undefined : meant(field.default, field, today),
  ]);
  return Object.fromEntries(found.filter(([, value]) => value !== undefined));
}

function meant(expression: string, { kind }: Field, today: string): unknown {
  const quoted = /^"([^"\\]*)"$/.exec(expression)?.[1];
  if (kind === "boolean") {
    return { true: true, false: false }[expression];
  }
  if (kind === "date" && expression === "today") {
    return today;
  }
  const texts = ["choice", "text", "long_text", "email", "phone", "url"];
  return texts.includes(kind) ? quoted : undefined;
}

/** What was looked for in vain is most likely the name of the new record. */
export function startingWith(entity: Entity, typed: string): Changes {
  const text = typed.trim();
  const names = searchedFields(entity);
  const [first = "", ...others] = text.split(/\s+/);
  const [one, two] = names;
  if (text === "" || one === undefined) {
    return {};
  }
  return two !== undefined && entity.naming.includes("+")
    ? others.length > 0
      ? { [one]: first, [two]: others.join(" ") }
      : { [two]: text }
    : { [one]: text };
}
