import { expect, test } from "vitest";
import { type Command, matchingCommands } from "./commands";

const named = (label: string, aside = ""): Command => ({
  id: label,
  group: "",
  label,
  aside,
  icon: "view",
  run: () => undefined,
});

test("finds by any words, whatever their case and accents, the nearest first", () => {
  const all = [named("Mes sociétaires"), named("Sociétaires"), named("En cours", "Contrats")];
  const found = matchingCommands(all, "SOCIETAIRE", 9).map(({ label }) => label);
  expect(found).toEqual(["Sociétaires", "Mes sociétaires"]);
  expect(matchingCommands(all, "contrats cours", 9)).toHaveLength(1);
  expect(matchingCommands(all, "", 2)).toHaveLength(2);
});
