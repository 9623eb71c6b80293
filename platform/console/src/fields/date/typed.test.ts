import { expect, test } from "vitest";
import { dateIn, typedDate } from "./typed";

test("writes and reads dates day first", () => {
  expect(typedDate("2026-03-05")).toBe("05/03/2026");
  expect(dateIn("05/03/2026")).toBe("2026-03-05");
  expect(dateIn("5.3.26")).toBe("2026-03-05");
  expect(dateIn("2026-03-05")).toBe("2026-03-05");
});

test("does not take what is no date for one", () => {
  expect(dateIn("31/02/2026")).toBeUndefined();
  expect(dateIn("12/2026")).toBeUndefined();
  expect(dateIn("demain")).toBeUndefined();
});
