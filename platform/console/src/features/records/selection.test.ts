import { expect, test } from "vitest";
import { entity } from "@/testing/model";
import { chosenView, telling, viewsOf } from "./selection";

test("offers everything first, made up when no saved view shows everything", () => {
  expect(viewsOf(entity("contract")).map((view) => view?.name)).toEqual([undefined, "active"]);
  expect(viewsOf(entity("party_role")).map((view) => view?.name)).toEqual(["all"]);
});

test("falls back to the first list for a view that is not there", () => {
  expect(chosenView(entity("contract"), "active")?.name).toBe("active");
  expect(chosenView(entity("contract"), "gone")).toBeUndefined();
  expect(chosenView(entity("party_role"), undefined)?.name).toBe("all");
});

test("shows in a made-up list what the first view holds fixed", () => {
  expect(telling(entity("contract"), undefined)).toEqual([
    "number",
    "status",
    "holder",
    "holder.phone",
    "premium",
  ]);
  expect(telling(entity("person"), undefined)).toBeUndefined();
});
