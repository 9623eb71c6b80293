import { expect, test } from "vitest";
import { instantOf, wallOf } from "./zone";

test("goes between the wall clock of a time zone and the instant", () => {
  expect(wallOf("2026-07-01T07:30:00Z", "Europe/Paris")).toBe("2026-07-01T09:30");
  expect(wallOf("2026-01-01T07:30:00.123456Z", "Europe/Paris")).toBe("2026-01-01T08:30");
  expect(instantOf("2026-07-01T09:30", "Europe/Paris")).toBe("2026-07-01T07:30:00.000Z");
  expect(instantOf("2026-03-29T03:30", "Europe/Paris")).toBe("2026-03-29T01:30:00.000Z");
});

test("knows that a draft is no instant", () => {
  expect(wallOf("?", "Europe/Paris")).toBeUndefined();
});
