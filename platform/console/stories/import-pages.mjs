export const ADVISER = "RECIT-01";

/** A file of people as a French spreadsheet writes it: windows-1252, `;`, one row that will not do. */
export const people = (name = "Récit-Import") =>
  Buffer.from(
    [
      "Prénom;Nom;E-mail;Né(e) le;Ville;Conseiller",
      `Zoé;${name};zoe@import.example;14/07/1988;Châlons;${ADVISER}`,
      `Noël;${name};noel@import.example;25/12/1979;Évry;${ADVISER}`,
      `Anaïs;${name};pas une adresse;01/02/1990;Sète;`,
      "",
    ].join("\r\n"),
    "latin1",
  );

export const csv = (name, buffer) => ({ name, mimeType: "text/csv", buffer });

const pressing = (page, name) => page.getByRole("button", { name }).click();

async function recognised(page) {
  await page.locator("input[type=file]").setInputFiles(csv("sociétaires-2026.csv", people()));
  await page.locator("main td").first().waitFor();
}

async function columns(page) {
  await recognised(page);
  await pressing(page, /^(Continuer|Continue)$/);
  await page.getByRole("combobox", { name: /Ville/ }).waitFor();
}

async function trial(page) {
  await columns(page);
  await pressing(page, /^(Essayer sans|Try without)/);
  await page.locator("main li", { hasText: /^(Ligne|Line) 4/ }).waitFor();
}

const place = { path: "/t/horizon/import/person", wait: "main h2" };

/** An import step by step, as it is judged by eye; its story lets axe judge each step. */
export const importPages = {
  "import-recognised": { ...place, open: recognised },
  "import-columns": { ...place, open: columns },
  "import-trial": { ...place, open: trial },
};
