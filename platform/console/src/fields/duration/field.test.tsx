import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";
import { durationFilter } from "./filter";
import { lengthIn } from "./length";

test("says a length in the words of the language", () => {
  expect(showField("duration", "P1DT12H").textContent).toBe("1\u00a0j 12\u00a0h");
  expect(showField("duration", "-PT30M", { language: "en" }).textContent).toBe("−30\u00a0min");
  expect(showField("duration", "PT0S", { language: "en" }).textContent).toBe("0\u00a0s");
});

test.each([
  ["1 j 12 h", "P1DT12H"],
  ["90min", "PT1H30M"],
  ["2 jours", "P2D"],
  ["36h", "P1DT12H"],
  ["1,5 s", "PT1.5S"],
  ["-PT30M", "-PT30M"],
  ["pt90m", "PT1H30M"],
])("reads %s as a person means it", (typed, iso) => {
  expect(lengthIn(typed)).toBe(iso);
});

test.each(["", "3", "P1M", "soon", "1 mois 2"])("does not guess what %s means", (typed) => {
  expect(lengthIn(typed)).toBeUndefined();
});

test("writes a length into an expression and back", () => {
  const written = durationFilter.literal.write("2 h");
  expect(written).toBe('duration("PT2H")');
  expect(durationFilter.literal.read(written)).toBe("PT2H");
});
