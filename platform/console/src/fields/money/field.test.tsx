import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("writes an amount as each language does", () => {
  const value = { amount: "2418.36", currency: "EUR" };
  expect(showField("money", value).textContent).toBe("2\u00a0418,36\u00a0€");
  expect(showField("money", value, { language: "en" }).textContent).toBe("€2,418.36");
});

test("gives a currency its own number of decimals", () => {
  const value = { amount: "1200", currency: "JPY" };
  expect(showField("money", value, { language: "en" }).textContent).toBe("JP¥1,200");
});
