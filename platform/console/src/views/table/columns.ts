import { fields } from "@/fields/registry";
import type { Language } from "@/lib/language";
import {
  type Entity,
  type Field,
  type FieldKind,
  fieldOf,
  holdsFile,
  type Model,
  targetsOf,
} from "@/lib/model";
import { textIn } from "@/lib/text";

/** A column of a list: a field, or what a path of references leads to. */
export type Column = {
  /** As the API names it: `premium`, `holder.phone`. */
  path: string;
  heading: string;
  field: Field;
  /** At least so wide, in pixels. */
  width: number;
  grows: boolean;
  /** Whether a person chose the width, so that it is kept to the pixel. */
  fixed?: boolean;
  align: "start" | "end";
  /** Whether a cell may be edited in place: a field of the record itself that is not computed. */
  editable: boolean;
};

const SHOWN_WITHOUT_A_VIEW = 6;
const LETTER = 7;
/** The cell's own, and the arrow of the order. */
const PADDING = 40;
const WIDEST_HEADING = 216;

/** The columns of these paths, else of the first fields; what may not be read is left out. */
export function columnsOf(
  model: Model,
  entity: Entity,
  paths: string[] | undefined,
  spoken: Language,
  widths: Record<string, number> = {},
): Column[] {
  const named = paths ?? Object.keys(entity.fields).slice(0, SHOWN_WITHOUT_A_VIEW);
  return named
    .map((path) => columnOf(model, entity, path, spoken))
    .filter((column) => column !== undefined)
    .map((column) => {
      const width = widths[column.path];
      return width === undefined ? column : { ...column, width, grows: false, fixed: true };
    });
}

/** The kind of value that a path leads to. */
export function kindAt(model: Model, entity: Entity, path: string): FieldKind | undefined {
  return walk(model, entity, path.split("."))?.at(-1)?.kind;
}

export function columnOf(
  model: Model,
  entity: Entity,
  path: string,
  spoken: Language,
): Column | undefined {
  const steps = walk(model, entity, path.split("."));
  const field = steps?.at(-1);
  if (steps === undefined || field === undefined) {
    return undefined;
  }
  const heading = steps.map((step) => textIn(step.label, spoken)).join(" · ");
  const { width, align, grows = false } = fields[field.kind];
  const wide = typeof width === "number" ? width : width(field, spoken);
  const forHeading = Math.min(heading.length * LETTER + PADDING, WIDEST_HEADING);
  const editable = steps.length === 1 && field.read_only !== true && !holdsFile(field);
  return { path, heading, field, align, grows, editable, width: Math.max(wide, forHeading) };
}

/** The fields along a path, or nothing when it leads nowhere that the caller may see. */
function walk(model: Model, entity: Entity, [name, ...rest]: string[]): Field[] | undefined {
  const field = fieldOf(model, entity, name ?? "");
  if (field === undefined || rest.length === 0) {
    return field && [field];
  }
  return beyond(model, field, rest)?.toSpliced(0, 0, field);
}

function beyond(model: Model, field: Field, rest: string[]): Field[] | undefined {
  if (field.kind === "reference") {
    return targetsOf(model, field)
      .map((target) => walk(model, target, rest))
      .find((found) => found !== undefined);
  }
  const [part] = rest;
  if (field.kind === "money" && part === "amount") {
    return [{ kind: "decimal", name: part, label: field.label }];
  }
  return undefined;
}
