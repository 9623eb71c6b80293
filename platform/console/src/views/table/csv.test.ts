import { expect, test } from "vitest";
import { formatIn } from "@/lib/format";
import type { Row } from "@/lib/record";
import { entity, model } from "@/testing/model";
import { columnsOf } from "./columns";
import { csvOf } from "./csv";

const columns = columnsOf(model, entity("person"), ["first_name", "last_name", "phone"], "fr");
const format = formatIn("fr", "Europe/Paris");
const line = (values: Row["values"]) =>
  csvOf({ columns, format }, [{ id: "1", entity: "person", version: 1, values } as Row]).split(
    "\r\n",
  )[1];

test("no text leaves as a formula, whatever it begins with", () => {
  for (const text of ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "＝1"]) {
    expect(line({ first_name: text, last_name: "Durand" })).toBe(`'${text};Durand;`);
  }
  expect(line({ last_name: "Le - Goff", phone: "+33261918001" })).toBe(
    ";Le - Goff;+33 2 61 91 80 01",
  );
});

test("a heading that a tenant chose is no formula either", () => {
  const named = columns.map((column) => ({ ...column, heading: `=${column.heading}` }));
  expect(csvOf({ columns: named, format }, [])).toBe("'=Prénom;'=Nom;'=Téléphone\r\n");
});

test("separators, quotes and lines inside a text stay inside it", () => {
  expect(line({ first_name: 'Zoé "la grande"; dite', last_name: "D’Arc" })).toBe(
    '"Zoé ""la grande""; dite";D’Arc;',
  );
});
