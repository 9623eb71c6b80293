import type { Draft, Reference } from "./definition";

export type { Draft };

export function isReference(value: unknown): value is Reference {
  return typeof value === "object" && value !== null && "id" in value && "entity" in value;
}
