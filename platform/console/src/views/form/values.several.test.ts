import { expect, test } from "vitest";
import type { Field } from "@/lib/model";
import { same, sent } from "./values";

const ada = { id: "1", entity: "person", label: "Ada" };
const bob = { id: "2", entity: "person", label: "Bob" };

test("of several references the ids are sent, and names make no difference", () => {
  const field: Field = { name: "who", kind: "multi_reference", label: "Qui", to: "person" };
  expect(sent(field, [ada, bob])).toEqual(["1", "2"]);
  expect(same([ada], [{ ...ada, label: "Ada L." }])).toBe(true);
  expect(same([ada, bob], [bob, ada])).toBe(false);
});
