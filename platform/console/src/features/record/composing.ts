import type { Deed, Entity, Model } from "@/lib/model";
import type { Changes, Referred } from "@/lib/record";
import { sent } from "@/views/form/values";
import { activitiesOf } from "./happenings";

export type Kind = "call" | "email" | "meeting" | "note" | "task";

/** Something that can be written down: what it becomes, and by which field it is tied to the record. */
export type Composable = { kind: Kind; entity: Entity; link: string };

const KINDS: { kind: Kind; entity: string }[] = [
  { kind: "call", entity: "interaction" },
  { kind: "email", entity: "interaction" },
  { kind: "meeting", entity: "interaction" },
  { kind: "note", entity: "note" },
  { kind: "task", entity: "task" },
];

/** What can be written down about records of an entity, as the model and the caller's rights allow. */
export function composables(
  model: Model,
  entity: Entity,
  can: (entity: Entity, deed: Deed) => boolean,
): Composable[] {
  const lists = activitiesOf(model, entity);
  return KINDS.flatMap(({ kind, entity: name }) => {
    const list = lists.find((one) => one.entity.name === name);
    return list !== undefined && knows(list.entity, kind) && can(list.entity, "create")
      ? [{ kind, entity: list.entity, link: list.field.name }]
      : [];
  });
}

function knows({ name, fields }: Entity, kind: Kind): boolean {
  const { subject, kind: kinds } = fields;
  const fits = name !== "interaction" || (kinds?.kind === "choice" && kind in kinds.options);
  return subject?.kind === "text" && fits;
}

/** What a person has written so far. */
export type Writing = {
  subject: string;
  body: string;
  direction: "in" | "out";
  at: string | null;
  due: string | null;
};

export const BLANK: Writing = { subject: "", body: "", direction: "out", at: null, due: null };

/** Whether it may have come from them or from us. */
export function isTwoWay(kind: Kind): boolean {
  return kind === "call" || kind === "email";
}

/** The values of the new record; fields that its entity does not have are left out. */
export function valuesOf(
  { kind, entity, link }: Composable,
  writing: Writing,
  about: Referred,
): Changes {
  const { subject, body, direction, at, due } = writing;
  const field = entity.fields[link];
  const all: Changes = {
    [link]:
      field === undefined
        ? about.id
        : sent(field, field.kind === "multi_reference" ? [about] : about),
    subject: subject.trim(),
    [entity.fields.body === undefined ? "details" : "body"]:
      body.trim() === "" ? null : body.trim(),
    ...(entity.name === "interaction" ? { kind } : {}),
    ...(isTwoWay(kind) ? { direction } : {}),
    ...(kind === "meeting" && at !== null ? { at } : {}),
    ...(kind === "task" ? { due } : {}),
  };
  return Object.fromEntries(
    Object.entries(all).filter(([name]) => entity.fields[name] !== undefined),
  );
}
