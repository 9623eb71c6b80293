import { expect, test } from "vitest";
import { parseSearch, stringifySearch } from "./search";

test("whatever a filter looks like, it comes as a text and goes as one", () => {
  for (const filter of [
    "true",
    "1",
    "null",
    '{"__proto__":{"a":1}}',
    'name == "é & ü" + 1',
    "a=b",
  ]) {
    const written = stringifySearch({ filter, view: undefined });
    expect(parseSearch(written)).toEqual({ filter });
  }
  expect(stringifySearch({})).toBe("");
  expect(parseSearch("?filter=true&view=mine")).toEqual({ filter: "true", view: "mine" });
});
