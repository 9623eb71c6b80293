import {
  type Entity,
  type Field,
  fieldOf,
  holdsFile,
  leads,
  type Model,
  targetsOf,
} from "@/lib/model";
import type { SniffedColumn, WireMapping, WireTarget } from "./api";

/** Where a column goes: a field, or a part of one such as `address.city`, and how to read it. */
export type Aim = { path: string; by?: string; entity?: string; format?: string };

/** What a column may go into. */
export type Goal = { path: string; field: Field; part?: Part };

export type Part = (typeof ADDRESS)[number] | (typeof MONEY)[number];

const ADDRESS = ["street", "line2", "postal_code", "city", "region", "country"] as const;
const MONEY = ["amount", "currency"] as const;
const OWNER = "owner";

/** All that a file may fill in, in the order of the definitions. */
export function goalsOf(model: Model, entity: Entity): Goal[] {
  const owner = model.systemFields[OWNER];
  const own = Object.values(entity.fields).filter(
    (field) => field.read_only !== true && !holdsFile(field),
  );
  return [...own, ...(owner === undefined ? [] : [owner])].flatMap((field): Goal[] => [
    { path: field.name, field },
    ...partsOf(field).map((part) => ({ path: `${field.name}.${part}`, field, part })),
  ]);
}

function partsOf({ kind }: Field): readonly Part[] {
  return kind === "address" ? ADDRESS : kind === "money" ? MONEY : [];
}

export function fieldIn(path: string): string {
  return path.split(".", 1)[0] ?? path;
}

/** How the records that a reference leads to can be found: by a unique field, or by their id. */
export type Key = { entity?: string; by?: string };

export function keysOf(model: Model, field: Field): Key[] {
  if (!leads(field)) {
    return [];
  }
  return targetsOf(model, field).flatMap((target): Key[] => {
    const of =
      !("to_trait" in field) || field.to_trait === undefined ? {} : { entity: target.name };
    const unique = Object.values(target.fields).filter((one) => one.unique === true);
    return [...unique.map(({ name }) => ({ ...of, by: name })), of];
  });
}

/** A choice of a field for a column, with what is likely of how to read it. */
export function aimAt(model: Model, { path, field, part }: Goal, column: SniffedColumn): Aim {
  const [key = {}] = keysOf(model, field);
  const format = part === "currency" ? null : suits(field, column) ? column.format : null;
  return { path, ...key, ...(format === null ? {} : { format }) };
}

function suits({ kind }: Field, { shape }: SniffedColumn): boolean {
  return shape === "number" ? NUMBERS.has(kind) : shape.startsWith("date") && DATES.has(kind);
}

const NUMBERS: ReadonlySet<string> = new Set(["integer", "decimal", "percent", "money"]);
const DATES: ReadonlySet<string> = new Set(["date", "date_time"]);
const DAYS = ["dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy", "dd-MM-yyyy", "yyyy/MM/dd"];

/** In which ways the values of a column may be written, the neutral one apart. */
export function formatsOf({ kind }: Field, part: Part | undefined, column: SniffedColumn) {
  const found = column.format === null ? [] : [column.format];
  if (NUMBERS.has(kind) && part !== "currency") {
    return ["fr", "en"];
  }
  const own = found.filter((format) => format.includes("y"));
  return DATES.has(kind) ? [...new Set([...own, ...DAYS])] : [];
}

/** What is chosen for each column: the person's own word, else what was proposed. */
export function aimsOf(
  columns: SniffedColumn[],
  proposed: WireMapping,
  changes: ReadonlyMap<string, Aim | null>,
): (Aim | undefined)[] {
  // A column may be called `__proto__`: what an object inherits is no proposal.
  const offered = new Map(Object.entries(proposed));
  return columns.map(({ name }) => {
    const own = changes.get(name);
    return own === undefined ? aimOf(offered.get(name)) : (own ?? undefined);
  });
}

function aimOf(target: WireTarget | null | undefined): Aim | undefined {
  if (target === null || target === undefined) {
    return undefined;
  }
  if (typeof target === "string") {
    return { path: target };
  }
  const { field, by, entity, format } = target;
  return {
    path: field,
    ...(by === undefined ? {} : { by }),
    ...(entity === undefined ? {} : { entity }),
    ...(format === undefined ? {} : { format }),
  };
}

/** Whether two columns cannot both go where they are said to: only parts of one value may meet. */
export function clash(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}.`) || other.startsWith(`${one}.`);
}

/** One column's choice; another that went to the same place goes nowhere from then on. */
export function chosen(
  columns: SniffedColumn[],
  aims: (Aim | undefined)[],
  changes: ReadonlyMap<string, Aim | null>,
  { name }: SniffedColumn,
  aim: Aim | undefined,
): ReadonlyMap<string, Aim | null> {
  const next = new Map(changes);
  columns.forEach((other, index) => {
    const there = aims[index];
    if (aim !== undefined && there !== undefined && clash(there.path, aim.path)) {
      next.set(other.name, null);
    }
  });
  return next.set(name, aim ?? null);
}

/** The mapping as it is sent; `nulls` are words for no value at all. */
export function mappingOf(
  columns: SniffedColumn[],
  aims: (Aim | undefined)[],
  nulls: string[],
): WireMapping {
  const sent = columns.flatMap(({ name }, index): [string, WireTarget][] => {
    const aim = aims[index];
    if (aim === undefined) {
      return [];
    }
    const { path, ...more } = aim;
    const empty = nulls.length === 0 ? {} : { null: nulls };
    return [[name, { field: path, ...more, ...empty }]];
  });
  return Object.fromEntries(sent);
}

export function nullsIn(typed: string): string[] {
  return [...new Set(typed.split(",").map((word) => word.trim()))].filter((word) => word !== "");
}

/** The fields without which no record can be made, and which nothing fills. */
export function missingOf(entity: Entity, aims: (Aim | undefined)[]): Field[] {
  const filled = new Set(aims.flatMap((aim) => (aim === undefined ? [] : [fieldIn(aim.path)])));
  return Object.values(entity.fields).filter(
    ({ name, required, default: given, read_only }) =>
      required === true && given === undefined && read_only !== true && !filled.has(name),
  );
}

/** The unique fields that columns go into: by one of them a row can find the record it is about. */
export function matchable(entity: Entity, aims: (Aim | undefined)[]): Field[] {
  const paths = new Set(aims.map((aim) => aim?.path));
  return uniqueOf(entity).filter(({ name }) => paths.has(name));
}

export function uniqueOf(entity: Entity): Field[] {
  return Object.values(entity.fields).filter(({ unique }) => unique === true);
}

/** The field that a path begins with. */
export function aimedAt(model: Model, entity: Entity, path: string): Field | undefined {
  return fieldOf(model, entity, fieldIn(path));
}

/** What was refused, by the column that it is about; a pointer may be written with escapes. */
export function columnIn(pointer: string): string | undefined {
  const found = /^\/mapping\/(.+?)(?:\/(?:by|format|null|entity|field))?$/s.exec(pointer)?.[1];
  return found?.replaceAll("~1", "/").replaceAll("~0", "~");
}
