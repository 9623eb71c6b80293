import { queryOptions, useQuery } from "@tanstack/react-query";
import { read, tenantPath } from "@/lib/client";
import { useLanguage } from "@/lib/language";
import { type Text, textIn } from "@/lib/text";

export type ChoiceOption = { label?: Text; color?: string; retired?: boolean };

export type FieldType =
  | { kind: "text"; max?: number }
  | { kind: "long_text" }
  | { kind: "integer" }
  | { kind: "decimal"; scale?: number }
  | { kind: "money"; currency?: string }
  | { kind: "percent" }
  | { kind: "boolean" }
  | { kind: "date" }
  | { kind: "date_time" }
  | { kind: "duration" }
  | { kind: "choice"; options: Record<string, ChoiceOption> }
  | { kind: "multi_choice"; options: Record<string, ChoiceOption> }
  | { kind: "auto_number"; pattern?: string }
  | { kind: "email" }
  | { kind: "phone" }
  | { kind: "url" }
  | { kind: "address" }
  | { kind: "json" }
  | { kind: "geo" }
  | { kind: "reference"; to?: string; to_trait?: string; on_delete?: string; related?: string }
  | { kind: "file"; max_size: number; accept?: string[] }
  | { kind: "image"; max_size: number; accept: string[] }
  | { kind: "multi_reference"; to?: string; on_delete?: string; related?: string };

export type FieldKind = FieldType["kind"];

export type Field = FieldType & {
  name: string;
  label: Text;
  help?: Text;
  /** True, or an expression that says when. */
  required?: boolean | string;
  /** An expression. */
  default?: string;
  /** An expression that says when the field is shown; always, without one. */
  visible?: string;
  filterable?: boolean;
  read_only?: boolean;
  /** Whether no two records may have the same value. */
  unique?: boolean;
};

export type Section = { label?: Text; columns?: number; fields: string[] };
export type LayoutTab = { label: Text; sections?: Section[]; related?: string[] };
export type Layout = { highlights?: string[]; tabs?: LayoutTab[] };

export type Deed = "read" | "create" | "update" | "delete";
export type Grant = { entity?: string; trait?: string; can: string[] };

export type View = {
  name: string;
  label: Text;
  filter?: string;
  columns: string[];
  sort: string[];
};

/** Whether a field leads to other records, be it one or several. */
export function leads(
  field: Field,
): field is Extract<Field, { kind: "reference" | "multi_reference" }> {
  return field.kind === "reference" || field.kind === "multi_reference";
}

/** Whether a field holds a file: its bytes go their own way, beside the record. */
export function holdsFile(field: Field): field is Extract<Field, { kind: "file" | "image" }> {
  return field.kind === "file" || field.kind === "image";
}

const UNORDERED: ReadonlySet<FieldKind> = new Set([
  "address",
  "file",
  "geo",
  "image",
  "json",
  "multi_choice",
  "multi_reference",
]);

/** Whether records can be sorted by a field. */
export function isOrdered({ kind }: Field): boolean {
  return !UNORDERED.has(kind);
}

/** Whose definition it is. */
export type Rank = "platform" | "pack" | "plugin" | "tenant";

export type Entity = {
  name: string;
  rank: Rank;
  label: Text;
  plural: Text;
  traits: string[];
  /** The expression that names a record, often just a field. */
  naming: string;
  fields: Record<string, Field>;
  views: View[];
  layout: Layout;
};

/** All definitions of a tenant that the caller may see. */
export type Model = {
  title: Text;
  timeZone: string;
  entities: Record<string, Entity>;
  /** The fields that every record has beside the defined ones. */
  systemFields: Record<string, Field>;
  currency: string;
  country: string;
  /** The grants of each role, as far as the caller may see them. */
  roles: Record<string, Grant[]>;
};

/** A model as it travels; the shapes are those of the definitions. */
export type WireModel = {
  tenant: { title: Text; time_zone: string; currency?: string; country?: string };
  roles?: Record<string, { grants?: Grant[] }>;
  system_fields: Record<string, WireField>;
  entities: Record<string, WireEntity>;
};
type WireEntity = {
  label: Text;
  plural: Text;
  rank: Rank;
  traits: string[];
  name: string;
  fields: Record<string, WireField>;
  views: Record<string, WireView>;
  layout?: Layout;
};
type WireField = {
  type: FieldKind | "formula" | "roll_up";
  as?: FieldKind;
  label: Text;
} & Record<string, unknown>;
type WireView = {
  label?: Text;
  filter?: string;
  columns?: string[];
  sort?: string[];
  kind?: string;
};

export function modelQuery(tenant: string) {
  return queryOptions({
    queryKey: [tenant, "model"],
    queryFn: async ({ signal }) =>
      readModel(await read<WireModel>(tenantPath(tenant, "meta/model"), { signal })),
    staleTime: 60_000,
    // The library's own way would give what has no prototype one again.
    structuralSharing: (before, now) =>
      JSON.stringify(before) === JSON.stringify(now) ? before : now,
  });
}

/** What the tenant calls itself; its name until that is known. */
export function useTenantTitle(tenant: string): string {
  const spoken = useLanguage();
  const { data: model } = useQuery(modelQuery(tenant));
  return textIn(model?.title ?? tenant, spoken);
}

export function readModel({ tenant, system_fields, entities, roles = {} }: WireModel): Model {
  return {
    title: tenant.title,
    timeZone: tenant.time_zone,
    entities: mapped(entities, readEntity),
    systemFields: mapped(system_fields, readField),
    currency: tenant.currency ?? "EUR",
    country: tenant.country ?? "FR",
    roles: mapped(roles, ({ grants = [] }) => grants),
  };
}

/** The field of this name, a system field included. */
export function fieldOf(model: Model, entity: Entity, name: string): Field | undefined {
  return entity.fields[name] ?? model.systemFields[name];
}

/** The entities that a reference may lead to. */
export function targetsOf(model: Model, { to, to_trait }: { to?: string; to_trait?: string }) {
  return Object.values(model.entities).filter(
    (entity) => entity.name === to || (to_trait !== undefined && entity.traits.includes(to_trait)),
  );
}

function readEntity({ name: naming, ...wire }: WireEntity, name: string): Entity {
  return {
    name,
    naming,
    label: wire.label,
    plural: wire.plural,
    rank: wire.rank,
    traits: wire.traits,
    layout: wire.layout ?? {},
    fields: mapped(wire.fields, readField),
    views: Object.entries(wire.views)
      .filter(([, view]) => (view.kind ?? "table") === "table")
      .map(([viewName, view]) => readView(view, viewName)),
  };
}

/** What is computed is drawn and filtered as what it results in; it comes marked read only. */
function readField({ type, as, ...rest }: WireField, name: string): Field {
  // The definitions' own shapes: what belongs to a type lies beside it.
  return { ...rest, name, kind: as ?? type } as Field;
}

function readView({ label, filter, columns, sort }: WireView, name: string): View {
  return {
    name,
    label: label ?? name,
    columns: columns ?? [],
    sort: sort ?? [],
    ...(filter === undefined ? {} : { filter }),
  };
}

/** Without a prototype: an address may ask for an entity called `constructor`. */
function mapped<A, B>(from: Record<string, A>, as: (value: A, name: string) => B) {
  const found: Record<string, B> = Object.create(null);
  for (const [name, value] of Object.entries(from)) {
    found[name] = as(value, name);
  }
  return found;
}
