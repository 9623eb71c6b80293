import { expect, test } from "vitest";
import { type Happening, spanOf, spans } from "./happenings";

const now = new Date("2026-11-25T10:00:00Z");
const span = (at: string) => spanOf(at, now, "Europe/Paris");

test("names near days and takes the others by month, by the tenant's calendar", () => {
  expect(span("2026-11-26T08:00:00Z")).toBe("upcoming");
  expect(span("2026-11-25T08:00:00Z")).toBe("today");
  expect(span("2026-11-24T23:30:00Z")).toBe("today");
  expect(span("2026-11-24T12:00:00Z")).toBe("yesterday");
  expect(span("2026-10-31T23:30:00Z")).toBe("2026-11");
  expect(span("2026-03-01T12:00:00Z")).toBe("2026-03");
});

test("keeps neighbours of a span together", () => {
  const at = (time: string) => ({ at: time }) as Happening;
  const groups = spans(
    [at("2026-11-25T09:00:00Z"), at("2026-11-25T08:00:00Z"), at("2026-09-02T08:00:00Z")],
    now,
    "Europe/Paris",
  );
  expect(groups.map(({ span: name, items }) => [name, items.length])).toEqual([
    ["today", 2],
    ["2026-09", 1],
  ]);
});
