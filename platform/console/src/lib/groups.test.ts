import { expect, test } from "vitest";
import { model } from "@/testing/model";
import { groupsOf } from "./groups";

test("groups entities by what they are and leaves out empty groups", () => {
  const named = groupsOf(model).map(({ name, entities }) => [name, entities.map((e) => e.name)]);
  expect(named).toEqual([
    ["relations", ["person"]],
    ["business", ["contract"]],
    ["attached", ["party_role"]],
    ["team", ["user"]],
  ]);
});
