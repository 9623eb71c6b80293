import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("writes the same day wherever the reader is", () => {
  expect(showField("date", "2026-11-30").textContent).toBe("30 nov. 2026");
  expect(showField("date", "2026-11-30", { language: "en" }).textContent).toBe("30 Nov 2026");
});
