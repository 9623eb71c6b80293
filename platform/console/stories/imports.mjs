import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { ADVISER, csv, people } from "./import-pages.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { house } from "./support/house.mjs";
import { rested, until } from "./support/rest.mjs";
import { ask, signedIn } from "./support/signing.mjs";
import { workbook } from "./support/workbook.mjs";

const DATA = "/t/horizon/api/v1/data";
const PEOPLE = "/t/horizon/import/person";
const KEYS_ALONE = "Récit-Clavier";

const SCRIPT = "<img src=x onerror=globalThis.ran=true>";

const hostile = () =>
  Buffer.from(
    [
      `${SCRIPT};=cmd|' /C calc'!A1;${"n".repeat(500)};__proto__;Nom`,
      `${SCRIPT};=1+1;${"v".repeat(500)};{{7*7}};<b>Récit</b>${SCRIPT}`,
      "a;b;c;d",
      "",
    ].join("\n"),
  );

const called = (name) =>
  `${DATA}/person?fields=last_name&filter=${encodeURIComponent(`last_name == "${name}"`)}`;

/** The adviser to whom rows refer by number, and none of an earlier run's people of that name. */
async function prepared(page, name) {
  await page.goto(`${house}/t/horizon/`);
  await page.locator("main").waitFor();
  const of = (filter) => `${DATA}/person?filter=${encodeURIComponent(filter)}&fields=last_name`;
  const { data } = await ask(page, called(name));
  for (const { id } of data) {
    await ask(page, `${DATA}/person/${id}`, { method: "DELETE" });
  }
  const there = await ask(page, of(`employee_number == "${ADVISER}"`));
  if (there.data.length === 0) {
    const values = { first_name: "Ada", last_name: "Récit-Conseil", employee_number: ADVISER };
    // Another story may have made it in the meantime.
    await ask(page, `${DATA}/person`, { method: "POST", body: { values } }).catch((error) =>
      assert.match(error.message, /: 409 /),
    );
  }
}

/** The same two people in files that are no CSV, and what can be said of how each is written. */
function typed() {
  const heads = ["Prénom", "Nom", "Ville"];
  const rows = (name) => [
    ["Zoé", name, "Châlons"],
    ["Noël", name, "Évry"],
  ];
  const lines = rows("Récit-Lignes").map((cells) =>
    JSON.stringify(Object.fromEntries(cells.map((text, at) => [heads[at], text]))),
  );
  const book = workbook([heads, ...rows("Récit-Classeur")]);
  const buffer = Buffer.from(`${lines.join("\n")}\n`);
  return [
    {
      name: "Récit-Classeur",
      file: { name: "gens.xlsx", mimeType: "application/octet-stream", buffer: book },
      asked: ["En-tête", "Lignes à passer au début"],
    },
    {
      name: "Récit-Lignes",
      file: { name: "gens.ndjson", mimeType: "application/x-ndjson", buffer },
      asked: [],
    },
  ];
}

const next = (page, name) => page.getByRole("button", { name, exact: true });
const heading = (page, name) => page.getByRole("heading", { level: 2, name });

export const stories = {
  async "a user imports people: accents, a reference, a dry run, a refused row, the list, undo"(
    browser,
  ) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-admin");
    await prepared(page, "Récit-Import");
    await page.goto(`${house}/t/horizon/e/person`);
    await page.getByRole("link", { name: "Importer" }).click();
    await page.getByRole("heading", { level: 1, name: "Importer des personnes" }).waitFor();
    await page.locator("input[type=file]").setInputFiles(csv("gens.csv", people()));
    await page.getByRole("cell", { name: "Châlons" }).waitFor();
    assert.equal(await page.getByLabel("Encodage").inputValue(), "windows-1252");
    assert.equal(await page.getByLabel("Séparateur").inputValue(), ";");
    await next(page, "Continuer").click();
    await heading(page, "Où va chaque colonne").waitFor();
    await assertMapped(page);
    await next(page, "Essayer sans écrire").click();
    await heading(page, "Ce que l’import ferait").waitFor();
    await page.getByText("Ligne 4").waitFor();
    const refused = await page.locator("main li", { hasText: "Ligne 4" }).innerText();
    assert.match(refused, /E-mail/, "the column is named");
    await next(page, "Lancer l’import").click();
    await heading(page, "Import terminé").waitFor();
    await assertDownloads(page);
    const address = page.url();
    await page.getByRole("link", { name: "Voir ce qui a été importé" }).click();
    await page.getByRole("link", { name: /Zoé/ }).first().waitFor();
    await page.getByRole("link", { name: /Noël/ }).first().waitFor();
    await page.goto(address);
    await heading(page, "Import terminé").waitFor();
    await page.getByRole("button", { name: "Défaire cet import" }).click();
    await heading(page, "Import défait").waitFor();
    await page.getByRole("link", { name: "Traitements", exact: true }).click();
    await page.getByRole("link", { name: "Annulation · Personnes" }).first().waitFor();
    const { data } = await ask(page, `${called("Récit-Import")}&limit=1`);
    assert.deepEqual(data, [], "what was imported is gone");
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "a file is imported by keys alone, and no step scrolls sideways"(browser) {
    for (const taste of [
      { language: "fr", theme: "light" },
      { language: "en", theme: "dark", width: 360 },
    ]) {
      const { page, complaints, leave } = await signedIn(browser, "horizon-admin", taste);
      await prepared(page, KEYS_ALONE);
      await page.goto(house + PEOPLE);
      await page.locator("input[type=file]").waitFor({ state: "attached" });
      await assertWithin(page, "import: file");
      await page.locator("input[type=file]").focus();
      const choosing = page.waitForEvent("filechooser");
      await page.keyboard.press("Space");
      await (await choosing).setFiles(csv("gens.csv", people(KEYS_ALONE)));
      await page.locator("main td").first().waitFor();
      await assertWithin(page, "import: recognised");
      await pressed(page, /^(Continuer|Continue)$/);
      await page.getByRole("combobox", { name: /Ville/ }).waitFor();
      await assertWithin(page, "import: columns");
      await pressed(page, /^(Essayer sans|Try without)/);
      await page.locator("main li", { hasText: /^(Ligne|Line) 4/ }).waitFor();
      await assertWithin(page, "import: trial");
      await pressed(page, /^(Lancer|Start) /);
      await page.getByRole("heading", { level: 2, name: /terminé|finished/ }).waitFor();
      await assertWithin(page, "import: result");
      assert.deepEqual(complaints, []);
      await leave();
    }
  },

  async "a workbook and lines of JSON are imported like any other file"(browser) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-admin");
    for (const { file, name, asked } of typed()) {
      await prepared(page, name);
      await page.goto(house + PEOPLE);
      await page.locator("input[type=file]").setInputFiles(file);
      await page.getByRole("cell", { name: "Châlons" }).waitFor();
      assert.deepEqual(await page.locator("main fieldset label").allInnerTexts(), asked);
      await next(page, "Continuer").click();
      await page.getByRole("combobox", { name: /Ville/ }).waitFor();
      await next(page, "Essayer sans écrire").click();
      await page.getByText("Tout le fichier a été essayé.").waitFor();
      await assertSound(page, `import: trial of ${file.name}`);
      await next(page, "Lancer l’import").click();
      await heading(page, "Import terminé").waitFor();
      const { data } = await ask(page, called(name));
      assert.equal(data.length, 2, file.name);
    }
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "what is changed after a trial is tried with the file that is there"(browser) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-admin");
    const parts = [];
    page.on("request", (request) => {
      if (request.url().includes("/parts/")) {
        parts.push(request.url());
      }
    });
    await page.goto(house + PEOPLE);
    const file = page.locator("input[type=file]");
    await file.setInputFiles(csv("un.csv", people("Récit-Essai")));
    const columns = async () => {
      await next(page, "Continuer").click();
      await page.getByRole("combobox", { name: /Ville/ }).waitFor();
    };
    await columns();
    await next(page, "Essayer sans écrire").click();
    const refused = page.locator("main li", { hasText: "Ligne 4" });
    await refused.waitFor();
    const tried = page.url();
    await next(page, "Revoir les colonnes").click();
    await page.getByRole("combobox", { name: "Champ pour E-mail" }).click();
    await page.keyboard.type("ne pas");
    await page.getByRole("option", { name: "Ne pas importer" }).waitFor();
    await page.keyboard.press("Enter");
    await next(page, "Essayer sans écrire").click();
    await page.getByText("Tout le fichier a été essayé.").waitFor();
    await refused.waitFor({ state: "detached" });
    assert.equal(page.url(), tried);
    assert.equal(parts.length, 1, "the file was sent once");
    await next(page, "Revoir les colonnes").click();
    await next(page, "Retour").click();
    await file.setInputFiles(csv("deux.csv", people("Récit-Essai")));
    await columns();
    await next(page, "Essayer sans écrire").click();
    await page.waitForURL((url) => url.searchParams.has("job") && url.href !== tried);
    const job = `/t/horizon/api/v1/jobs/${new URL(tried).searchParams.get("job")}`;
    await until("the first trial is given up", async () => {
      const { state } = await ask(page, job);
      return state === "cancelled";
    });
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "hostile headers and cells run nothing and break no layout"(browser) {
    for (const taste of [{}, { width: 360, theme: "dark" }]) {
      const { page, complaints, leave } = await signedIn(browser, "horizon-admin", taste);
      await page.goto(house + PEOPLE);
      await page.locator("input[type=file]").setInputFiles(csv(`${SCRIPT}.csv`, hostile()));
      await page.getByRole("columnheader", { name: "__proto__" }).waitFor();
      await assertSound(page, "import: hostile file");
      await next(page, "Continuer").click();
      await page.getByRole("combobox", { name: /__proto__/ }).waitFor();
      await assertSound(page, "import: hostile columns");
      await next(page, "Essayer sans écrire").click();
      await page.locator("main li", { hasText: "Ligne 3" }).waitFor();
      await assertSound(page, "import: hostile trial");
      assert.equal(await page.evaluate(() => globalThis.ran), undefined);
      assert.equal(await page.locator("main img").count(), 0);
      assert.deepEqual(complaints, []);
      await leave();
    }
  },
};

/** Proposed by name; the adviser is found by a key that the person chooses. */
async function assertMapped(page) {
  const field = (column) => page.getByRole("combobox", { name: `Champ pour ${column}` });
  assert.equal(await field("Prénom").inputValue(), "Prénom");
  assert.equal(await field("Ville").inputValue(), "Adresse · Ville");
  await field("Né(e) le").click();
  await page.keyboard.type("naissance");
  await page.keyboard.press("Enter");
  await until(
    "the day of birth is chosen",
    async () => (await field("Né(e) le").inputValue()) === "Date de naissance",
  );
  await field("Conseiller").click();
  await page.keyboard.type("attitré");
  await page.keyboard.press("Enter");
  await page.getByLabel("Retrouver par, pour Conseiller").selectOption({ label: "Matricule" });
}

async function assertDownloads(page) {
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "Télécharger les lignes refusées" }).click();
  const text = await readFile(await (await coming).path(), "utf8");
  const [header, row] = text.split(/\r?\n/);
  assert.match(header, /^Prénom;Nom;E-mail;.*;entente_reason;entente_code$/);
  assert.match(row, /^Anaïs;Récit-Import;pas une adresse;01\/02\/1990;Sète;;./);
}

/** Tab leads to the button, Enter presses it. */
async function pressed(page, name) {
  const button = page.getByRole("button", { name });
  for (let turn = 0; turn < 80; turn += 1) {
    if (await button.evaluate((element) => element === document.activeElement)) {
      await page.keyboard.press("Enter");
      return;
    }
    await page.keyboard.press("Tab");
  }
  assert.fail(`Tab never reached ${name}`);
}

async function assertSound(page, where) {
  await assertAccessible(page, where);
  await assertWithin(page, where);
}

async function assertWithin(page, where) {
  await rested(page);
  const [wide, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  assert.ok(wide <= room, `${where} scrolls sideways: ${wide} in ${room}`);
}
