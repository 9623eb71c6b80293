import { expect, test } from "vitest";
import { entity } from "@/testing/model";
import { nameOf, searchFor } from "./naming";

test("joins the parts of a name, and takes the first of alternatives", () => {
  const person: Record<string, string> = { first_name: "Odile", last_name: "Perrin" };
  expect(nameOf(entity("person"), (name) => person[name] ?? "")).toBe("Odile Perrin");
  expect(nameOf(entity("contract"), () => "C-12")).toBe("C-12");
});

test("looks for every word in any part of the name", () => {
  const { filter, params } = searchFor(entity("person"), " odile  per ");
  expect(filter).toBe(
    "(fold(first_name).contains(fold(params.q0)) || fold(last_name).contains(fold(params.q0)))" +
      " && (fold(first_name).contains(fold(params.q1)) || fold(last_name).contains(fold(params.q1)))",
  );
  expect(params).toEqual({ "params.q0": "odile", "params.q1": "per" });
});

test("asks for everything when nothing is typed", () => {
  expect(searchFor(entity("person"), "").filter).toBe("");
});
