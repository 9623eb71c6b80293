import { expect, test } from "vitest";
import parts from "./mantine-parts?raw";

const sources: Record<string, string> = import.meta.glob("/src/**/*.tsx", {
  query: "?raw",
  import: "default",
  eager: true,
});
const sheets = import.meta.glob("/node_modules/@mantine/core/styles/*.layer.css");

test("every part of Mantine that is drawn brings its styles", () => {
  const used = Object.values(sources)
    .flatMap((text) => [...text.matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)])
    .flatMap(([, names = ""]) => names.split(",").map((name) => name.trim()))
    .map((name) => `${name}.layer.css`)
    .filter((sheet) => `/node_modules/@mantine/core/styles/${sheet}` in sheets);
  expect(new Set(used).size).toBeGreaterThan(10);
  expect([...new Set(used)].filter((sheet) => !parts.includes(`/${sheet}"`))).toEqual([]);
});
