import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { assertAccessible } from "./support/axe.mjs";
import { house } from "./support/house.mjs";
import { ask, signedIn } from "./support/signing.mjs";

const DATA = "/t/horizon/api/v1/data/person";
const PHONE = "0:5";

/** People of one story's own, gone again when the story is over. */
async function people(page, name, firstNames, values = {}) {
  await page.goto(`${house}/t/horizon/`);
  await page.locator("main section li").first().waitFor();
  const filter = encodeURIComponent(`last_name == "${name}"`);
  const all = async () => (await ask(page, `${DATA}?filter=${filter}&limit=200`)).data;
  const clear = async () => {
    for (const { id } of await all()) {
      await ask(page, `${DATA}/${id}`, { method: "DELETE" });
    }
  };
  await clear();
  for (const first_name of firstNames) {
    const body = { values: { first_name, last_name: name, ...values } };
    await ask(page, DATA, { method: "POST", body });
  }
  const show = async (to = page) => {
    await to.goto(`${house}/t/horizon/e/person?filter=${filter}`);
    await to.locator("main tbody:not(.late) th").first().waitFor();
  };
  return { all, clear, show };
}

const toasts = (page) => page.getByRole("region", { name: "Messages" });
const picked = (page) => page.getByRole("toolbar", { name: "Actions sur la sélection" });

async function write(page, spot, text) {
  await page.locator(`[data-spot="${spot}"]`).dblclick();
  await page.locator("main td[data-editing] input:focus").waitFor();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

export const stories = {
  async "several are changed and deleted at once, and both are undone"(browser) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-admin");
    const lot = await people(page, "Lot d’essai", ["Un", "Deux", "Trois"]);
    await lot.show();
    await page.getByRole("checkbox", { name: "Sélectionner toutes les lignes affichées" }).check();
    await picked(page).getByRole("button", { name: "Modifier" }).click();
    const form = page.getByRole("dialog", { name: "Modifier 3" });
    await form.getByLabel("Champ à modifier").selectOption("Prénom");
    await form.getByLabel("Prénom", { exact: true }).fill("Commun");
    await assertAccessible(page, "several to be changed");
    await form.getByRole("button", { name: "Modifier 3" }).click();
    await toasts(page).getByText("Prénom\u00a0: 3 modifiés").waitFor();
    assert.deepEqual(await firstNames(lot), ["Commun", "Commun", "Commun"]);
    await toasts(page).getByRole("button", { name: "Annuler" }).click();
    await toasts(page).getByText("3 remis en l’état").waitFor();
    assert.deepEqual(await firstNames(lot), ["Deux", "Trois", "Un"]);
    await picked(page).getByRole("button", { name: "Supprimer" }).click();
    await toasts(page).getByText("3 supprimés").waitFor();
    assert.deepEqual(await lot.all(), []);
    await page.getByRole("heading", { level: 2 }).waitFor();
    await toasts(page).getByRole("button", { name: "Annuler" }).last().click();
    await page.locator("main tbody:not(.late) th").nth(2).waitFor();
    assert.deepEqual(await firstNames(lot), ["Deux", "Trois", "Un"]);
    await lot.clear();
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "what several refuse is listed with the reason, and nothing is half done"(browser) {
    const { page, leave } = await signedIn(browser, "horizon-admin");
    const lot = await people(page, "Lot refusé", ["Un", "Deux"]);
    await lot.show();
    await page.getByRole("checkbox", { name: "Sélectionner toutes les lignes affichées" }).check();
    await picked(page).getByRole("button", { name: "Modifier" }).click();
    const form = page.getByRole("dialog", { name: "Modifier 2" });
    await form.getByLabel("Champ à modifier").selectOption("Nom");
    await form.getByRole("button", { name: "Modifier 2" }).click();
    const refused = page.getByRole("dialog", { name: /Ce qui a été refusé/ });
    await refused.getByText("Un Lot refusé").waitFor();
    assert.equal(await refused.getByRole("listitem").count(), 2);
    await assertAccessible(page, "what was refused");
    assert.equal((await lot.all()).length, 2);
    await lot.clear();
    await leave();
  },

  async "a list leaves as a file with its accents, and no formula in it"(browser) {
    for (const [language, separator] of [
      ["fr", ";"],
      ["en", ","],
    ]) {
      const { page, complaints, leave } = await signedIn(browser, "horizon-admin", { language });
      const names = ["=1+1", "Éloïse", 'Zoé; "la, grande"', "@SUM(A1)"];
      const lot = await people(page, "Œuvré", names, { phone: "+33261918001" });
      await lot.show();
      const coming = page.waitForEvent("download");
      await page.getByRole("button", { name: language === "fr" ? "Exporter" : "Export" }).click();
      await page.getByRole("button", { name: /CSV/ }).click();
      const file = await coming;
      assert.equal(file.suggestedFilename(), "person.csv");
      const text = await readFile(await file.path(), "utf8");
      const [head, ...lines] = text.split("\r\n");
      assert.ok(head.startsWith("\ufeff"), "spreadsheets take it for Unicode");
      assert.equal(head.split(separator).length, 5);
      const line = (name) => [name, "Œuvré", "", "", "+33 2 61 91 80 01"].join(separator);
      assert.deepEqual(
        lines.toSorted(),
        [
          "",
          line("'=1+1"),
          line("'@SUM(A1)"),
          line('"Zoé; ""la, grande"""'),
          line("Éloïse"),
        ].toSorted(),
      );
      await lot.clear();
      assert.deepEqual(complaints, []);
      await leave();
    }
  },

  async "a value that a list refuses stays where it was typed, with the reason"(browser) {
    const { page, leave } = await signedIn(browser, "horizon-admin");
    const lot = await people(page, "Refusée", ["Valeur"], { phone: "+33261918001" });
    await lot.show();
    await write(page, PHONE, "pas un numéro");
    const box = page.locator("main tbody [aria-invalid=true]");
    await box.waitFor();
    assert.equal(await box.inputValue(), "pas un numéro");
    await assertAccessible(page, "a refused cell");
    await page.keyboard.press("Escape");
    await page.locator(`[data-spot="${PHONE}"]`).getByText("+33 2 61 91 80 01").waitFor();
    assert.equal((await lot.all())[0].values.phone, "+33261918001");
    await lot.clear();
    await leave();
  },

  async "two people write the same cell, and the second one decides"(browser) {
    const first = await signedIn(browser, "horizon-admin");
    const second = await signedIn(browser, "both-agent");
    const lot = await people(first.page, "Heurt", ["Cellule"], { phone: "+33261918001" });
    const phone = async () => (await lot.all())[0].values.phone;
    await lot.show();
    await lot.show(second.page);
    await write(first.page, PHONE, "+33 2 61 91 80 02");
    await toasts(first.page)
      .getByText(/Téléphone modifié/)
      .waitFor();
    await write(second.page, PHONE, "+33 2 61 91 80 03");
    await second.page.getByText("Quelqu’un a mis entre-temps\u00a0: +33 2 61 91 80 02.").waitFor();
    await assertAccessible(second.page, "a conflict in a cell");
    await second.page.getByRole("button", { name: "Garder la mienne" }).click();
    await toasts(second.page)
      .getByText(/Téléphone modifié/)
      .waitFor();
    assert.equal(await phone(), "+33261918003");
    await write(first.page, PHONE, "+33 2 61 91 80 04");
    await first.page.getByRole("button", { name: "Prendre l’autre" }).click();
    await first.page.locator(`[data-spot="${PHONE}"]`).getByText("+33 2 61 91 80 03").waitFor();
    assert.equal(await phone(), "+33261918003");
    await lot.clear();
    assert.deepEqual([...first.complaints, ...second.complaints], []);
    await first.leave();
    await second.leave();
  },

  async "several are picked on a phone as well"(browser) {
    const taste = { language: "fr", width: 360 };
    const { page, complaints, leave } = await signedIn(browser, "horizon-admin", taste);
    const lot = await people(page, "Poche", ["Un", "Deux", "Trois"]);
    await page.goto(
      `${house}/t/horizon/e/person?filter=${encodeURIComponent('last_name == "Poche"')}`,
    );
    await page.locator("main li").nth(2).waitFor();
    await page.getByRole("button", { name: "Sélectionner", exact: true }).click();
    await page.getByText("Deux Poche").click();
    await page.getByText("Un Poche").click();
    await picked(page).getByText("2 sélectionnés").waitFor();
    await assertAccessible(page, "items being picked");
    await picked(page).getByRole("button", { name: "Supprimer" }).click();
    await toasts(page).getByText("2 supprimés").waitFor();
    assert.deepEqual(await firstNames(lot), ["Trois"]);
    await lot.clear();
    assert.deepEqual(complaints, []);
    await leave();
  },
};

async function firstNames(lot) {
  return (await lot.all()).map(({ values }) => values.first_name).toSorted();
}
