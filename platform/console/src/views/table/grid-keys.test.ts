import { expect, test } from "vitest";
import { deedOf, spotAfter } from "./grid-keys";

const pressed = (key: string, more = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test("moves by arrows anywhere and by letters where a record is named", () => {
  expect(spotAfter(pressed("ArrowDown"), { line: 2, column: 3 })).toEqual({ line: 3, column: 3 });
  expect(spotAfter(pressed("j"), { line: 2, column: 1 })).toEqual({ line: 3, column: 1 });
  expect(spotAfter(pressed("j"), { line: 2, column: 3 })).toBeUndefined();
  expect(spotAfter(pressed("Home", { ctrlKey: true }), { line: 2, column: 3 })?.line).toBe(0);
});

test("edits by Enter or a letter where values stand, and picks where a record is named", () => {
  expect(deedOf(pressed("Enter"), { line: 0, column: 2 })).toBe("edit");
  expect(deedOf(pressed("é"), { line: 0, column: 2 })).toBe("edit");
  expect(deedOf(pressed("x"), { line: 0, column: 1 })).toBe("pick");
  expect(deedOf(pressed("Enter"), { line: 0, column: 1 })).toBeUndefined();
  expect(deedOf(pressed("v", { ctrlKey: true }), { line: 0, column: 2 })).toBeUndefined();
  expect(deedOf(pressed("Shift"), { line: 0, column: 2 })).toBeUndefined();
});
