import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("says yes and no in words beside the sign", () => {
  expect(showField("boolean", true).textContent).toBe("Oui");
  expect(showField("boolean", false, { language: "en" }).textContent).toBe("No");
});
