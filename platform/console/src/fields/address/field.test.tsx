import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("writes an address on one line with the country's name", () => {
  const value = { street: "12 rue du Lac", postal_code: "69003", city: "Lyon", country: "CH" };
  expect(showField("address", value).textContent).toBe("12 rue du Lac, 69003 Lyon, Suisse");
});

test("leaves out what is not there", () => {
  expect(showField("address", { city: "Lyon" }).textContent).toBe("Lyon");
});
