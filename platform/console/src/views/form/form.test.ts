import { expect, test } from "vitest";
import { entity, model } from "@/testing/model";
import { relatedOf, sectionsToFill, tabsOf } from "./layout";
import { defaultsOf, same, sent, startingWith } from "./values";

test("shows all fields and each list that leads here when there is no layout", () => {
  const [whole] = tabsOf(model, entity("person"));
  expect(whole?.sections[0]?.fields.map(({ name }) => name)).toContain("last_name");
  const related = {
    ...model,
    entities: {
      ...model.entities,
      contract: {
        ...entity("contract"),
        fields: {
          holder: {
            kind: "reference",
            to: "person",
            name: "holder",
            label: "",
            related: "contracts",
          } as const,
        },
      },
    },
  };
  expect(relatedOf(related, entity("person")).map(({ name }) => name)).toEqual(["contracts"]);
});

test("asks for what a record cannot be without, though the layout leaves it out", () => {
  const wanting = {
    ...entity("contract"),
    layout: { tabs: [{ label: "Détail", sections: [{ fields: ["premium"] }] }] },
  };
  wanting.fields = {
    ...wanting.fields,
    number: { kind: "text", name: "number", label: "Numéro", required: true },
  };
  expect(
    sectionsToFill(model, wanting).map(({ fields }) => fields.map(({ name }) => name)),
  ).toEqual([["premium"], ["number"]]);
});

test("sends of a reference its id, and the entity where there may be several", () => {
  const value = { id: "1", entity: "person", label: "Odile" };
  const field = { kind: "reference", name: "holder", label: "" } as const;
  expect(sent({ ...field, to: "person" }, value)).toBe("1");
  expect(sent({ ...field, to_trait: "party" }, value)).toEqual({ id: "1", entity: "person" });
});

test("holds values for the same whatever their labels and the order of their parts", () => {
  expect(same({ id: "1", label: "a" }, { id: "1" })).toBe(true);
  expect(same({ amount: "1", currency: "EUR" }, { currency: "EUR", amount: "1" })).toBe(true);
  expect(same(null, undefined)).toBe(true);
  expect(same("a", "b")).toBe(false);
});

test("understands plain defaults and leaves the others to the server", () => {
  const fields = {
    status: { kind: "choice", options: {}, name: "status", label: "", default: '"draft"' },
    starts: { kind: "date", name: "starts", label: "", default: "today" },
    ends: { kind: "date", name: "ends", label: "", default: "addDays(today, 3)" },
    renews: { kind: "boolean", name: "renews", label: "", default: "true" },
  } as const;
  expect(defaultsOf({ ...entity("contract"), fields }, "2026-11-25")).toEqual({
    status: "draft",
    starts: "2026-11-25",
    renews: true,
  });
});

test("takes what was looked for as the beginning of a name", () => {
  expect(startingWith(entity("person"), "Odile Le Goff")).toEqual({
    first_name: "Odile",
    last_name: "Le Goff",
  });
  expect(startingWith(entity("person"), "Perrin")).toEqual({ last_name: "Perrin" });
  expect(startingWith(entity("contract"), " C-1 ")).toEqual({ number: "C-1" });
  expect(startingWith(entity("contract"), "")).toEqual({});
});
