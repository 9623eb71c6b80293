import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("writes a fraction as a percentage", () => {
  expect(showField("percent", "0.125").textContent).toBe("12,5\u00a0%");
  expect(showField("percent", "0.125", { language: "en" }).textContent).toBe("12.5%");
});
