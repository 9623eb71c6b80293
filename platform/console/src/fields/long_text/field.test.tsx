import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("shows many lines as one", () => {
  expect(showField("long_text", "Appelé.\n\n  Rappeler lundi.\n").textContent).toBe(
    "Appelé. Rappeler lundi.",
  );
});
