import { type Entity, type Field, fieldOf, leads, type Model, targetsOf } from "@/lib/model";
import type { Text } from "@/lib/text";

/** Fields under a heading; without a label there is none. */
export type FormSection = { label: Text | undefined; fields: Field[] };

/** A list on the other side of a reference: the records of `entity` whose `field` leads here. */
export type Related = { name: string; entity: Entity; field: Field };

export type RecordTab = { label: Text | undefined; sections: FormSection[]; related: Related[] };

/** The tabs of a record as its layout has them; without one, all fields, then each list that leads here. */
export function tabsOf(model: Model, entity: Entity): RecordTab[] {
  const lists = relatedOf(model, entity);
  const { tabs } = entity.layout;
  if (tabs === undefined || tabs.length === 0) {
    const fields = Object.values(entity.fields);
    const whole = { label: undefined, sections: [{ label: undefined, fields }], related: [] };
    return [
      whole,
      ...lists.map((list) => ({ label: list.entity.plural, sections: [], related: [list] })),
    ];
  }
  const drawn = tabs.map(({ label, sections = [], related = [] }) => ({
    label,
    sections: sections
      .map((section) => ({
        label: section.label,
        fields: section.fields
          .map((name) => fieldOf(model, entity, name))
          .filter((field) => field !== undefined),
      }))
      .filter(({ fields }) => fields.length > 0),
    related: related
      .map((name) => lists.find((list) => list.name === name))
      .filter((list) => list !== undefined),
  }));
  return drawn.filter(({ sections, related }) => sections.length + related.length > 0);
}

/** The lists of other records that lead to records of this entity. */
export function relatedOf(model: Model, entity: Entity): Related[] {
  return Object.values(model.entities).flatMap((other) =>
    Object.values(other.fields).flatMap((field) =>
      leads(field) && field.related !== undefined && targetsOf(model, field).includes(entity)
        ? [{ name: field.related, entity: other, field }]
        : [],
    ),
  );
}

/** The fields to fill in for a new record: those of the layout, then what else it cannot be without. */
export function sectionsToFill(model: Model, entity: Entity): FormSection[] {
  const open = (field: Field) => field.read_only !== true && entity.fields[field.name] === field;
  const sections = tabsOf(model, entity)
    .flatMap((tab) => tab.sections)
    .map(({ label, fields }) => ({ label, fields: fields.filter(open) }))
    .filter(({ fields }) => fields.length > 0);
  const shown = new Set(sections.flatMap(({ fields }) => fields));
  const others = Object.values(entity.fields).filter(
    (field) => field.required === true && open(field) && !shown.has(field),
  );
  return others.length === 0 ? sections : [...sections, { label: undefined, fields: others }];
}

/** The choice that tells how far a record has come, when the entity has stages. */
export function stageOf(entity: Entity): (Field & { kind: "choice" }) | undefined {
  const field = entity.fields.stage ?? entity.fields.status;
  return entity.traits.includes("staged") && field?.kind === "choice" ? field : undefined;
}
