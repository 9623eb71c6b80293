import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { importPages } from "./import-pages.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { house } from "./support/house.mjs";
import { rested, until } from "./support/rest.mjs";
import { ask, signedIn } from "./support/signing.mjs";

const TENANT = "/t/horizon";
const DATA = `${TENANT}/api/v1/data/person`;
const JOBS = `${TENANT}/api/v1/jobs`;
/** More than a list shows before one scrolls. */
const MANY = 60;

const toasts = (page) => page.getByRole("region", { name: "Messages" });
const bar = (page) => page.getByRole("toolbar", { name: "Actions sur la sélection" });

/** People of one story's own, more than a page of a list has; gone again afterwards. */
async function crowd(page, name) {
  await page.goto(`${house}${TENANT}/`);
  await page.locator("main section li").first().waitFor();
  const filter = `last_name == "${name}"`;
  const all = async () =>
    (await ask(page, `${DATA}?filter=${encodeURIComponent(filter)}&fields=first_name&limit=200`))
      .data;
  const batch = (operations) =>
    ask(page, `${DATA}/batch`, { method: "POST", body: { atomic: true, operations } });
  const clear = async () => {
    const there = await all();
    await batch(there.map(({ id, version }) => ({ op: "delete", id, version })));
  };
  await clear();
  await batch(
    Array.from({ length: MANY }, (_, at) => ({
      op: "create",
      values: { first_name: `Nº ${at}`, last_name: name },
    })),
  );
  await page.goto(`${house}${TENANT}/e/person?filter=${encodeURIComponent(filter)}`);
  await page.locator("main tbody:not(.late) th").first().waitFor();
  return { all, clear, filter };
}

async function pickWhole(page) {
  await page.getByRole("checkbox", { name: "Sélectionner toutes les lignes affichées" }).check();
  await bar(page).getByRole("button", { name: "Sélectionner toute la liste" }).click();
  await bar(page).getByText(`Toute la liste\u00a0: ${MANY} fiches`).waitFor();
}

const firstNames = async (people) =>
  new Set((await people.all()).map(({ values }) => values.first_name));

export const stories = {
  async "a whole list is changed and deleted beyond the page, and both are undone"(browser) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-admin");
    const people = await crowd(page, "Foule changée");
    await pickWhole(page);
    await assertAccessible(page, "a whole list picked");
    await bar(page).getByRole("button", { name: "Modifier" }).click();
    const form = page.getByRole("dialog", { name: "Modifier toute la liste" });
    await form.getByLabel("Champ à modifier").selectOption("Prénom");
    await form.getByLabel("Prénom", { exact: true }).fill("Commun");
    await assertAccessible(page, "a whole list to be changed");
    await form.getByRole("button", { name: "Modifier toute la liste" }).click();
    await toasts(page).getByText(`${MANY} fiches modifiées`).waitFor();
    assert.deepEqual(await firstNames(people), new Set(["Commun"]));
    await toasts(page).getByRole("button", { name: "Annuler" }).click();
    await toasts(page).getByText(`${MANY} fiches remises en l’état`).waitFor();
    assert.equal((await firstNames(people)).size, MANY);
    await pickWhole(page);
    await bar(page).getByRole("button", { name: "Supprimer" }).click();
    const sure = page.getByRole("dialog", { name: "Supprimer toute la liste" });
    await assertAccessible(page, "a whole list to be deleted");
    await sure.getByRole("button", { name: "Supprimer toute la liste" }).click();
    await toasts(page).getByText(`${MANY} fiches supprimées`).waitFor();
    assert.equal((await people.all()).length, 0);
    await toasts(page).getByRole("button", { name: "Annuler" }).click();
    await until("all are back", async () => (await firstNames(people)).size === MANY);
    await people.clear();
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "a list longer than the page leaves as a workbook, and once more from its job"(browser) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-admin");
    const people = await crowd(page, "Foule exportée");
    const coming = page.waitForEvent("download");
    await page.locator("main header").getByRole("button", { name: "Exporter" }).click();
    await page.getByRole("button", { name: "Exporter en Excel (.xlsx)" }).click();
    const file = await coming;
    assert.equal(file.suggestedFilename(), "person.xlsx");
    const bytes = await readFile(await file.path());
    assert.equal(bytes.subarray(0, 4).toString("latin1"), "PK\u0003\u0004");
    // It can be read back: the importer finds its columns and rows.
    const sniffed = await page.evaluate(
      async ([path, base64]) => {
        const body = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const headers = {
          "X-Requested-With": "entente",
          "Content-Type": "application/octet-stream",
        };
        const answer = await fetch(`${path}/sniff?entity=person`, {
          method: "POST",
          body,
          headers,
        });
        return answer.json();
      },
      [JOBS, bytes.toString("base64")],
    );
    assert.ok(sniffed.columns.some(({ name }) => name === "Prénom"));
    assert.ok(sniffed.columns.some(({ samples }) => samples.includes("Foule exportée")));
    await toasts(page).getByText(`${MANY} lignes exportées`).waitFor();
    await toasts(page).getByRole("button", { name: "Voir" }).click();
    await page.getByRole("heading", { level: 1, name: "Export · Personnes" }).waitFor();
    await page.getByText(people.filter).waitFor();
    await assertAccessible(page, "a job");
    const again = page.waitForEvent("download");
    await page.getByRole("button", { name: /CSV/ }).click();
    const text = await readFile(await (await again).path(), "utf8");
    assert.equal(text.split("\r\n").length, MANY + 2);
    assert.ok(text.startsWith("\ufeff"));
    await people.clear();
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "a change is put off, found among the jobs, and given up before it begins"(browser) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-admin");
    const people = await crowd(page, "Foule remise");
    await pickWhole(page);
    await bar(page).getByRole("button", { name: "Supprimer" }).click();
    const form = page.getByRole("dialog", { name: "Supprimer toute la liste" });
    await form.getByText("Plus tard").click();
    const plan = form.getByRole("button", { name: "Prévoir" });
    assert.ok(await plan.isDisabled(), "a moment is needed");
    await form.getByLabel("Jour et heure").fill("2020-01-01T10:00");
    await form.getByText("Choisissez un moment à venir.").waitFor();
    assert.ok(await plan.isDisabled(), "a moment to come is needed");
    await assertAccessible(page, "a moment that is over");
    await form.getByLabel("Jour et heure").fill("2099-05-01T10:00");
    await plan.click();
    await toasts(page)
      .getByText(/Suppression · Personnes\u00a0: prévu le/)
      .waitFor();
    await page.goto(`${house}${TENANT}/jobs`);
    const line = page.locator("main li", { hasText: "Prévu" }).first();
    await line.getByText(/2099/).waitFor();
    await line.getByRole("link").click();
    await page.getByText(/^Commencera le .*2099/).waitFor();
    await page.getByRole("button", { name: "Ne pas lancer" }).click();
    await page.getByRole("status").getByText("Annulé").waitFor();
    assert.equal((await people.all()).length, MANY);
    await people.clear();
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "an import is put off after its trial, and given up before it begins"(browser) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-admin");
    await page.goto(`${house}${TENANT}/import/person`);
    await importPages["import-trial"].open(page);
    await page.getByText("Plus tard").click();
    await page.getByLabel("Jour et heure").fill("2099-05-01T10:00");
    await assertAccessible(page, "an import to be put off");
    await page.getByRole("button", { name: "Prévoir" }).click();
    await page.getByRole("heading", { level: 2, name: "Import prévu" }).waitFor();
    await page.getByText(/^Il commencera le .*2099/).waitFor();
    await assertAccessible(page, "an import that was put off");
    await page.getByRole("button", { name: "Annuler cet import" }).click();
    await page.getByRole("heading", { level: 2, name: "Import arrêté" }).waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "an import that was left is a draft, and goes when it is thrown away"(browser) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-admin");
    await page.goto(`${house}${TENANT}/`);
    await page.locator("main section li").first().waitFor();
    const { data: before } = await ask(page, `${JOBS}?state=waiting&limit=200`);
    for (const { id } of before) {
      await ask(page, `${JOBS}/${id}/cancel`, { method: "POST" });
    }
    const body = { kind: "import", entity: "contract", mapping: { Numéro: "number" } };
    await ask(page, JOBS, { method: "POST", body });
    await page.goto(`${house}${TENANT}/jobs`);
    const discard = page.getByRole("button", { name: "Jeter le brouillon Import · Contrats" });
    await discard.waitFor();
    await rested(page);
    await assertAccessible(page, "a draft among the jobs");
    await discard.click();
    await toasts(page).getByText("Brouillon jeté").waitFor();
    await until("the draft is gone", async () => (await discard.count()) === 0);
    assert.deepEqual(complaints, []);
    await leave();
  },
};
