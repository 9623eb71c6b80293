import { expect, test } from "vitest";
import { entity, model } from "@/testing/model";
import { columnsOf } from "./columns";
import { leadOf } from "./lead";

const headings = (paths: string[] | undefined, of: "contract" | "person" | "party_role") =>
  columnsOf(model, entity(of), paths, "fr").map(({ heading }) => heading);

test("names columns in the reader's language, those beyond a reference by their path", () => {
  expect(headings(["number", "holder.phone"], "contract")).toEqual([
    "Numéro",
    "Souscripteur · Téléphone",
  ]);
});

test("follows a reference to a trait, an amount and a system field", () => {
  expect(headings(["party.last_name"], "party_role")).toEqual(["Tiers · Nom"]);
  expect(headings(["premium.amount", "created_at"], "contract")).toEqual([
    "Prime · Prime",
    "Créé le",
  ]);
});

test("leaves out what may not be read", () => {
  expect(headings(["number", "iban", "holder.iban"], "contract")).toEqual(["Numéro"]);
});

test("shows the first fields when no view says which", () => {
  expect(headings(undefined, "person")).toEqual(["Prénom", "Nom", "Téléphone"]);
});

test("takes for a record's name the first columns that its naming speaks of", () => {
  const columns = columnsOf(model, entity("person"), ["first_name", "last_name", "phone"], "fr");
  expect(leadOf(entity("person"), columns).map(({ path }) => path)).toEqual([
    "first_name",
    "last_name",
  ]);
  const roles = columnsOf(model, entity("party_role"), ["party"], "fr");
  expect(leadOf(entity("party_role"), roles)).toEqual(roles);
});
