import { expect, test } from "vitest";
import { decimalIn, shifted } from "./figures";

test("reads numbers as the French and the English type them", () => {
  expect(decimalIn("2 418,36")).toBe("2418.36");
  expect(decimalIn("2\u00a0418,36")).toBe("2418.36");
  expect(decimalIn("2,418.36")).toBe("2418.36");
  expect(decimalIn("12,5")).toBe("12.5");
  expect(decimalIn("-0.50")).toBe("-0.50");
  expect(decimalIn("007")).toBe("7");
});

test("does not guess at what is no number", () => {
  expect(decimalIn("douze")).toBeUndefined();
  expect(decimalIn("1.2.3")).toBeUndefined();
  expect(decimalIn("-")).toBeUndefined();
});

test("moves the decimal sign without losing a digit", () => {
  expect(shifted("0.125", 2)).toBe("12.5");
  expect(shifted("1", 2)).toBe("100");
  expect(shifted("12.5", -2)).toBe("0.125");
  expect(shifted("-5", -2)).toBe("-0.05");
  expect(shifted("0.005", 2)).toBe("0.5");
});
