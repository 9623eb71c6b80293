import { expect, test } from "vitest";
import type { Entity, Field, Model } from "@/lib/model";
import { entity, model } from "@/testing/model";
import { BLANK, composables, valuesOf } from "./composing";

const field = (name: string, type: object) => ({ name, label: name, ...type }) as Field;
const activity = (name: string, fields: Field[]): Entity => ({
  ...entity("person"),
  name,
  traits: ["activity"],
  naming: "subject",
  fields: Object.fromEntries(fields.map((one) => [one.name, one])),
});
const interaction = activity("interaction", [
  field("subject", { kind: "text" }),
  field("body", { kind: "long_text" }),
  field("kind", { kind: "choice", options: { call: {}, letter: {} } }),
  field("direction", { kind: "choice", options: { in: {}, out: {} } }),
  field("with", { kind: "reference", to_trait: "party", related: "interactions" }),
]);
const known: Model = { ...model, entities: { ...model.entities, interaction } };
const about = { id: "1", entity: "person", label: "Odile" };

test("offers what the model has, its references fit and the caller may create", () => {
  const kinds = (can: boolean) =>
    composables(known, entity("person"), () => can).map(({ kind }) => kind);
  expect(kinds(true)).toEqual(["call"]);
  expect(kinds(false)).toEqual([]);
  expect(composables(known, entity("contract"), () => true)).toEqual([]);
});

test("ties what is written to the record, and leaves out what the entity does not have", () => {
  const call = { kind: "call", entity: interaction, link: "with" } as const;
  expect(valuesOf(call, { ...BLANK, subject: " Franchise ", body: "Rappeler" }, about)).toEqual({
    with: { id: "1", entity: "person" },
    subject: "Franchise",
    body: "Rappeler",
    kind: "call",
    direction: "out",
  });
});
