import type { Entity } from "@/lib/model";

/** The words of an entity's naming that are fields of it: `first_name`, `last_name`. */
export function namingFields(entity: Entity): string[] {
  const words = entity.naming.match(/[a-z][a-z0-9_]*/g) ?? [];
  return [...new Set(words)].filter((word) => entity.fields[word] !== undefined);
}

/** The fields of a record's name that hold words, which one can look for. */
export function searchedFields(entity: Entity): string[] {
  const texts = ["text", "email", "phone"];
  return namingFields(entity).filter((name) => texts.includes(entity.fields[name]?.kind ?? ""));
}

/**
 * A record's name out of its values, as near to the naming as the console can tell: parts that are
 * joined stand beside each other, of alternatives the first one counts.
 */
export function nameOf(entity: Entity, written: (name: string) => string): string {
  const parts = namingFields(entity)
    .map(written)
    .filter((part) => part !== "");
  return entity.naming.includes("+") ? parts.join(" ") : (parts[0] ?? "");
}

/** Each word that is typed must stand in some part of the name, whatever its case and accents. */
export function searchFor(entity: Entity, typed: string) {
  const words = typed.trim().split(/\s+/).filter(Boolean).slice(0, 4);
  const names = searchedFields(entity);
  const clause = (index: number) =>
    names.map((name) => `fold(${name}).contains(fold(params.q${index}))`).join(" || ");
  return {
    filter: names.length === 0 ? undefined : words.map((_, n) => `(${clause(n)})`).join(" && "),
    params: Object.fromEntries(words.map((word, index) => [`params.q${index}`, word])),
  };
}
