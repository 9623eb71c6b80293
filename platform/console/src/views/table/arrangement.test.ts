import { expect, test } from "vitest";
import { directionOf, moved, movedTo, nextOrder, resized, toggled } from "./arrangement";

const now = { paths: ["a", "b", "c"], widths: {} };

test("moves a column past its neighbour, and not beyond the ends", () => {
  expect(moved(now, "b", -1).paths).toEqual(["b", "a", "c"]);
  expect(moved(now, "c", 1).paths).toEqual(["a", "b", "c"]);
  expect(movedTo(now, "a", 2).paths).toEqual(["b", "c", "a"]);
});

test("keeps a width within reason", () => {
  expect(resized(now, "a", 10).widths.a).toBe(64);
  expect(resized(now, "a", 200.4).widths.a).toBe(200);
});

test("shows and hides columns but never all of them", () => {
  expect(toggled(now, "d.e").paths).toEqual(["a", "b", "c", "d.e"]);
  expect(toggled(now, "b").paths).toEqual(["a", "c"]);
  expect(toggled({ paths: ["a"], widths: {} }, "a").paths).toEqual(["a"]);
});

test("sorts upwards, downwards, then not at all", () => {
  expect(nextOrder(["-starts"], "a")).toEqual(["a"]);
  expect(nextOrder(["a"], "a")).toEqual(["-a"]);
  expect(nextOrder(["-a"], "a")).toEqual([]);
  expect(directionOf(["-a", "b"], "a")).toBe("descending");
  expect(directionOf(["a"], "b")).toBeUndefined();
});
