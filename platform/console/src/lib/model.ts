import { queryOptions } from "@tanstack/react-query";
import { read, tenantPath } from "@/lib/client";
import type { Text } from "@/lib/text";

export type ChoiceOption = { label?: Text; color?: string };

export type FieldType =
  | { kind: "text" }
  | { kind: "long_text" }
  | { kind: "integer" }
  | { kind: "decimal"; scale?: number }
  | { kind: "money" }
  | { kind: "percent" }
  | { kind: "boolean" }
  | { kind: "date" }
  | { kind: "date_time" }
  | { kind: "choice"; options: Record<string, ChoiceOption> }
  | { kind: "email" }
  | { kind: "phone" }
  | { kind: "url" }
  | { kind: "address" }
  | { kind: "reference"; to?: string; to_trait?: string; on_delete?: string };

export type FieldKind = FieldType["kind"];

export type Field = FieldType & { name: string; label: Text };

export type View = {
  name: string;
  label: Text;
  filter?: string;
  columns: string[];
  sort: string[];
};

export type Entity = {
  name: string;
  label: Text;
  plural: Text;
  traits: string[];
  /** The expression that names a record, often just a field. */
  naming: string;
  fields: Record<string, Field>;
  views: View[];
};

/** All definitions of a tenant that the caller may see. */
export type Model = {
  version: number;
  timeZone?: string;
  entities: Record<string, Entity>;
};

/** A model as it travels; the shapes are those of the definitions. */
export type WireModel = {
  version: number;
  tenant?: { time_zone?: string };
  entities: Record<string, WireEntity>;
};
type WireEntity = {
  label?: Text;
  plural?: Text;
  traits?: string[];
  name?: string;
  fields?: Record<string, WireField>;
  views?: Record<string, WireView>;
};
type WireField = { type: FieldKind; label?: Text } & Record<string, unknown>;
type WireView = {
  label?: Text;
  filter?: string;
  columns?: string[];
  sort?: string[];
  kind?: string;
};

/** The fields that every record has beside the defined ones. */
const SYSTEM_FIELDS: Record<string, Field> = {
  owner: user("owner", { fr: "Propriétaire", en: "Owner" }),
  created_at: instant("created_at", { fr: "Créé le", en: "Created on" }),
  created_by: user("created_by", { fr: "Créé par", en: "Created by" }),
  updated_at: instant("updated_at", { fr: "Modifié le", en: "Updated on" }),
  updated_by: user("updated_by", { fr: "Modifié par", en: "Updated by" }),
};

export function modelQuery(tenant: string) {
  return queryOptions({
    queryKey: [tenant, "model"],
    queryFn: async ({ signal }) =>
      readModel(await read<WireModel>(tenantPath(tenant, "meta/model"), { signal })),
    staleTime: 60_000,
  });
}

export function readModel(wire: WireModel): Model {
  const timeZone = wire.tenant?.time_zone;
  return {
    version: wire.version,
    ...(timeZone === undefined ? {} : { timeZone }),
    entities: mapped(wire.entities, readEntity),
  };
}

/** The field of this name, a system field included. */
export function fieldOf(entity: Entity, name: string): Field | undefined {
  return entity.fields[name] ?? SYSTEM_FIELDS[name];
}

/** The entities that a reference may lead to. */
export function targetsOf(model: Model, { to, to_trait }: { to?: string; to_trait?: string }) {
  return Object.values(model.entities).filter(
    (entity) => entity.name === to || (to_trait !== undefined && entity.traits.includes(to_trait)),
  );
}

function readEntity(wire: WireEntity, name: string): Entity {
  const label = wire.label ?? name;
  return {
    name,
    label,
    plural: wire.plural ?? label,
    traits: wire.traits ?? [],
    naming: wire.name ?? "",
    fields: mapped(wire.fields ?? {}, readField),
    views: Object.entries(wire.views ?? {})
      .filter(([, view]) => (view.kind ?? "table") === "table")
      .map(([viewName, view]) => readView(view, viewName)),
  };
}

function readField({ type, ...rest }: WireField, name: string): Field {
  // The definitions' own shapes: what belongs to a type lies beside it.
  return { label: name, ...rest, name, kind: type } as Field;
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

function mapped<A, B>(from: Record<string, A>, as: (value: A, name: string) => B) {
  return Object.fromEntries(Object.entries(from).map(([name, value]) => [name, as(value, name)]));
}

function user(name: string, label: Text): Field {
  return { kind: "reference", to: "user", name, label };
}

function instant(name: string, label: Text): Field {
  return { kind: "date_time", name, label };
}
