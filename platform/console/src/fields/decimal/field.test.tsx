import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("shows two decimals at least where the field has them", () => {
  expect(showField("decimal", "0.5", { scale: 2 }).textContent).toBe("0,50");
  expect(showField("decimal", "1.25", { scale: 6 }).textContent).toBe("1,25");
  expect(showField("decimal", "3", { scale: 0 }).textContent).toBe("3");
});

test("keeps every digit of a long number", () => {
  const shown = showField("decimal", "12345678901234567.123456", { scale: 6, language: "en" });
  expect(shown.textContent).toBe("12,345,678,901,234,567.123456");
});
