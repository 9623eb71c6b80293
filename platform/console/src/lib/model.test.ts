import { expect, test } from "vitest";
import { entity, model } from "@/testing/model";
import { fieldOf } from "./model";

test("what an address or a filter may name is not found in the language itself", () => {
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
    expect(model.entities[name]).toBeUndefined();
    expect(fieldOf(model, entity("person"), name)).toBeUndefined();
  }
});
