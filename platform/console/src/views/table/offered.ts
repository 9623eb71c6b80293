import type { Language } from "@/lib/language";
import { type Entity, type Model, targetsOf } from "@/lib/model";
import { fold } from "@/lib/text";
import { type Column, columnOf } from "./columns";

/** Columns that may be shown, those of the record first, then those one reference away. */
export type Offer = { own: Column[]; beyond: Column[] };

export function offeredColumns(model: Model, entity: Entity, spoken: Language): Offer {
  const at = (path: string) => columnOf(model, entity, path, spoken);
  const names = [...Object.keys(entity.fields), ...Object.keys(model.systemFields)];
  const own = names.map(at).filter((column) => column !== undefined);
  const beyond = own
    .flatMap(({ path, field }) =>
      field.kind === "reference"
        ? targetsOf(model, field).flatMap((target) =>
            Object.keys(target.fields).map((name) => `${path}.${name}`),
          )
        : [],
    )
    .filter((path, index, all) => all.indexOf(path) === index)
    .map(at)
    .filter((column) => column !== undefined);
  return { own, beyond };
}

/** Those whose heading has all the words typed, whatever their case and accents. */
export function matching(columns: Column[], typed: string): Column[] {
  const words = fold(typed).split(/\s+/);
  return columns.filter(({ heading }) => words.every((word) => fold(heading).includes(word)));
}
