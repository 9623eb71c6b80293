import { describe, expect, it } from "vitest";
import { entity, model } from "@/testing/model";
import type { SniffedColumn } from "./api";
import {
  aimAt,
  aimsOf,
  chosen,
  columnIn,
  goalsOf,
  keysOf,
  mappingOf,
  matchable,
  missingOf,
  nullsIn,
} from "./mapping";

const column = (name: string, more: Partial<SniffedColumn> = {}): SniffedColumn => ({
  name,
  samples: [],
  shape: "text",
  format: null,
  ambiguous: false,
  confidence: null,
  ...more,
});
const contract = entity("contract");
const holder = contract.fields.holder as NonNullable<typeof contract.fields.holder>;
const goal = (path: string) =>
  goalsOf(model, contract).find((one) => one.path === path) as ReturnType<typeof goalsOf>[number];

describe("goals", () => {
  it("are the fields, the parts of those that have some, and who owns", () => {
    expect(goalsOf(model, contract).map(({ path }) => path)).toEqual([
      "number",
      "holder",
      "premium",
      "premium.amount",
      "premium.currency",
      "status",
      "owner",
    ]);
  });

  it("of a reference are found by what is unique there, else by id", () => {
    expect(keysOf(model, holder)).toEqual([{ by: "phone" }, {}]);
    const party = entity("party_role").fields.party;
    expect(party && keysOf(model, party)).toEqual([
      { entity: "person", by: "phone" },
      { entity: "person" },
    ]);
  });
});

describe("a choice", () => {
  it("brings the key and the way of writing that are likely", () => {
    const figure = column("Prime", { shape: "number", format: "fr" });
    expect(aimAt(model, goal("holder"), column("Qui"))).toEqual({ path: "holder", by: "phone" });
    expect(aimAt(model, goal("premium"), figure)).toEqual({ path: "premium", format: "fr" });
    expect(aimAt(model, goal("premium.currency"), figure)).toEqual({ path: "premium.currency" });
    expect(aimAt(model, goal("number"), figure)).toEqual({ path: "number" });
  });

  it("takes its place from the column that went there, and from the whole of a part", () => {
    const columns = [column("A"), column("B"), column("C")];
    const [, second = column("B")] = columns;
    const aims = aimsOf(columns, { A: "premium", C: "number" }, new Map());
    const changes = chosen(columns, aims, new Map(), second, { path: "premium.amount" });
    expect(aimsOf(columns, { A: "premium", C: "number" }, changes)).toEqual([
      undefined,
      { path: "premium.amount" },
      { path: "number" },
    ]);
  });
});

describe("a mapping", () => {
  it("keeps columns by whatever name, also one that objects have already", () => {
    const columns = [column("__proto__"), column("toString")];
    const aims = aimsOf(columns, JSON.parse('{"__proto__": "number"}'), new Map());
    expect(aims).toEqual([{ path: "number" }, undefined]);
    expect(JSON.stringify(mappingOf(columns, aims, ["NA"]))).toBe(
      '{"__proto__":{"field":"number","null":["NA"]}}',
    );
  });

  it("says which fields lack a column and which can tell records apart", () => {
    expect(missingOf(contract, []).map(({ name }) => name)).toEqual(["number"]);
    expect(missingOf(contract, [{ path: "number" }])).toEqual([]);
    expect(matchable(contract, [{ path: "number" }]).map(({ name }) => name)).toEqual(["number"]);
    expect(matchable(contract, [{ path: "premium" }])).toEqual([]);
  });

  it("knows of which column a refusal speaks", () => {
    expect(columnIn("/mapping/a~1b~0c/by")).toBe("a/b~c");
    expect(columnIn("/mapping/plain")).toBe("plain");
    expect(columnIn("/format/encoding")).toBeUndefined();
  });

  it("reads the words for nothing between commas", () => {
    expect(nullsIn(" NA, inconnu,,NA ")).toEqual(["NA", "inconnu"]);
  });
});
