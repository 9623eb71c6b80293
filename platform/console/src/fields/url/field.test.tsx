import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("leaves out what every address has", () => {
  expect(showField("url", "https://www.exemple.fr/").textContent).toBe("exemple.fr");
  expect(showField("url", "http://exemple.fr/a/b").textContent).toBe("exemple.fr/a/b");
});
