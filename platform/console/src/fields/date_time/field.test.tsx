import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("writes an instant in the tenant's time zone", () => {
  const shown = showField("date_time", "2026-11-30T16:20:00Z");
  expect(shown.textContent).toBe("30 nov. 2026 17\u00a0h\u00a020");
  const english = showField("date_time", "2026-11-30T23:20:00.123456Z", { language: "en" });
  expect(english.textContent).toBe("1 Dec 2026 00:20");
});
