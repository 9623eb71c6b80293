import { expect, test } from "vitest";
import { fields } from "@/fields/registry";
import { showField } from "@/testing/show-field";

test("shows the number and lets nobody write it", () => {
  expect(showField("auto_number", "C-2026-000012").textContent).toBe("C-2026-000012");
  expect(fields.auto_number.Input).toBeUndefined();
});
