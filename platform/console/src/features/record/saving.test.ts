import { expect, test } from "vitest";
import { clashing } from "./saving";

const row = (values: Record<string, unknown>) => ({
  id: "1",
  entity: "person",
  version: 1,
  values,
});

test("clashes only where somebody else gave the same field another value", () => {
  const base = row({ phone: "1", email: "a" });
  expect(clashing({ phone: "2" }, base, row({ phone: "3", email: "a" }))).toEqual(["phone"]);
  expect(clashing({ phone: "2" }, base, row({ phone: "1", email: "b" }))).toEqual([]);
  expect(clashing({ phone: "2" }, base, row({ phone: "2", email: "a" }))).toEqual([]);
});
