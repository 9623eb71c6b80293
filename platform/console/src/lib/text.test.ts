import { expect, test } from "vitest";
import { frenchOf, inSentence, textIn } from "./text";

test("takes the reader's language, else the one for all, else the first", () => {
  expect(textIn("Contrat", "en")).toBe("Contrat");
  expect(textIn({ fr: "Contrat", en: "Contract" }, "en")).toBe("Contract");
  expect(textIn({ de: "Vertrag", "": "Contrat" }, "en")).toBe("Contrat");
  expect(textIn({ de: "Vertrag" }, "fr")).toBe("Vertrag");
});

test("lowers a noun inside a sentence but not an acronym", () => {
  expect(inSentence("Échanges")).toBe("échanges");
  expect(inSentence("ORIAS")).toBe("ORIAS");
});

test("elides before a vowel", () => {
  expect(frenchOf("contrats")).toBe("de contrats");
  expect(frenchOf("échanges")).toBe("d’échanges");
});
