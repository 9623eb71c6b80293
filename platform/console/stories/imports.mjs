import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { ADVISER, csv, people } from "./import-pages.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { house } from "./support/house.mjs";
import { until } from "./support/rest.mjs";
import { ask, signedIn } from "./support/signing.mjs";

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
    await page.getByRole("link", { name: "Imports", exact: true }).click();
    await page.getByRole("link", { name: "Annulation · Personnes" }).first().waitFor();
    const { data } = await ask(page, `${called("Récit-Import")}&limit=1`);
    assert.deepEqual(data, [], "what was imported is gone");
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "a file is imported by keys alone, and each step is accessible"(browser) {
    for (const taste of [
      { language: "fr", theme: "light" },
      { language: "en", theme: "dark", width: 360 },
    ]) {
      const { page, complaints, leave } = await signedIn(browser, "horizon-admin", taste);
      await prepared(page, KEYS_ALONE);
      await page.goto(house + PEOPLE);
      await page.locator("input[type=file]").waitFor({ state: "attached" });
      await assertSound(page, "import: file");
      await page.locator("input[type=file]").focus();
      const choosing = page.waitForEvent("filechooser");
      await page.keyboard.press("Space");
      await (await choosing).setFiles(csv("gens.csv", people(KEYS_ALONE)));
      await page.locator("main td").first().waitFor();
      await assertSound(page, "import: recognised");
      await pressed(page, /^(Continuer|Continue)$/);
      await page.getByRole("combobox", { name: /Ville/ }).waitFor();
      await assertSound(page, "import: columns");
      await pressed(page, /^(Essayer sans|Try without)/);
      await page.locator("main li", { hasText: /^(Ligne|Line) 4/ }).waitFor();
      await assertSound(page, "import: trial");
      await pressed(page, /^(Lancer|Start) /);
      await page.getByRole("heading", { level: 2, name: /terminé|finished/ }).waitFor();
      await assertSound(page, "import: result");
      assert.deepEqual(complaints, []);
      await leave();
    }
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
  const [wide, room] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    window.innerWidth,
  ]);
  assert.ok(wide <= room, `${where} scrolls sideways: ${wide} in ${room}`);
}
