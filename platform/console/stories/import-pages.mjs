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
  await page
    .locator("input[type=file]")
    .setInputFiles(csv("sociétaires-2026.csv", people("Récit-Étapes")));
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

/** A job is over in a moment: the page is told that it has far to go. */
async function stillRunning(route) {
  const answer = await route.fetch();
  const job = await answer.json();
  const far = { state: "running", rows: { total: 48_200, ok: 17_340, failed: 12 } };
  await route.fulfill({ response: answer, json: { ...job, ...far, rate: 2_150, eta: 14 } });
}

const RUNS = /\/api\/v1\/jobs\/[^/]+(\/run)?$/;

async function progress(page) {
  await trial(page);
  await page.route(RUNS, stillRunning);
  await pressing(page, /^(Lancer|Start) /);
  await page.locator("main progress").waitFor();
}

async function result(page) {
  await progress(page);
  await page.unrouteAll({ behavior: "ignoreErrors" });
  await page.getByRole("heading", { level: 2, name: /terminé|finished/ }).waitFor();
}

async function undone(page) {
  await result(page);
  await pressing(page, /^(Défaire cet|Undo this)/);
  await page.getByRole("heading", { level: 2, name: /^(Import défait|Import undone)/ }).waitFor();
}

const place = { path: "/t/horizon/import/person", wait: "main h2" };

/** An import step by step, as it is judged by eye; its story lets axe judge each step. */
export const importPages = {
  "import-recognised": { ...place, open: recognised },
  "import-columns": { ...place, open: columns, tall: true },
  "import-trial": { ...place, open: trial },
  "import-progress": { ...place, open: progress, kept: true },
  "import-result": { ...place, open: result },
  "import-undone": { ...place, open: undone },
};
