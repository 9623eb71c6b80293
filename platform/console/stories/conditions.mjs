import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { visitor } from "./support/browser.mjs";
import { house } from "./support/house.mjs";
import { until } from "./support/rest.mjs";
import { ask } from "./support/signing.mjs";
import { trial, trialMember } from "./support/trial.mjs";

const DATA = `/t/${trial}/api/v1/data/commitment`;
const HOME = `${house}/t/${trial}`;

const field = (page, name) => page.locator(`main [data-field="${name}"]`);

/** A member at home, and a way to make records that are gone again afterwards. */
async function member(browser) {
  const { page, complaints, leave } = await visitor(browser, { state: await trialMember(browser) });
  await page.goto(`${HOME}/`);
  await page.locator("main section li").first().waitFor();
  const made = [];
  return {
    page,
    async make(name, values = {}) {
      const body = { values: { code: `${name}-${Date.now()}`, name, ...values } };
      const { id } = await ask(page, DATA, { method: "POST", body });
      made.push(id);
      return id;
    },
    keep: (id) => made.push(id),
    async end() {
      for (const id of made.reverse()) {
        await ask(page, `${DATA}/${id}`, { method: "DELETE" });
      }
      assert.deepEqual(complaints, []);
      await leave();
    },
  };
}

async function pick(page, box, name) {
  await box.fill(name);
  await page.getByRole("option", { name, exact: true }).click();
}

export const stories = {
  async "a form shows at once that a field became needed, and the server refuses without it"(
    browser,
  ) {
    const { page, make, keep, end } = await member(browser);
    const frame = `Cadre ${Date.now()}`;
    await make(frame);
    await page.goto(`${HOME}/e/commitment/new`);
    const needed = page.getByLabel(/^Référence de l’avenant.*obligatoire/);
    const box = page.getByLabel(/^Référence de l’avenant/);
    await box.waitFor();
    assert.equal(await needed.count(), 0, "needed only with a parent");
    await page.getByLabel(/^Numéro d’immatriculation/).fill(`A-${Date.now()}`);
    await pick(page, page.getByRole("combobox", { name: /^Convention-cadre/ }), frame);
    await needed.waitFor();
    await page.getByRole("main").getByRole("button", { name: "Créer" }).click();
    await page.getByText("Une valeur est attendue ici.").waitFor();
    await until("the keyboard stands at what is to be mended", () =>
      box.evaluate((it) => it === document.activeElement),
    );
    assert.equal(await box.getAttribute("aria-invalid"), "true");
    await assertAccessible(page, "a field that became needed");
    await box.fill("Avenant 3");
    await page.getByRole("main").getByRole("button", { name: "Créer" }).click();
    await page.waitForURL(/\/commitment\/[0-9a-f-]{36}$/);
    keep(page.url().split("/").at(-1));
    await end();
  },

  async "a record says which other field a change needs first, and takes it afterwards"(browser) {
    const { page, make, end } = await member(browser);
    const frame = `Cadre ${Date.now()}`;
    await make(frame);
    const id = await make("Convention à compléter");
    await page.goto(`${HOME}/e/commitment/${id}`);
    const parent = page.getByRole("button", { name: /^Modifier : Convention-cadre/ });
    await parent.click();
    await pick(page, field(page, "parent").locator("input"), frame);
    await field(page, "parent")
      .getByText(/Référence de l’avenant de rattachement\u00a0:/)
      .waitFor();
    await page.keyboard.press("Escape");
    await assertAccessible(page, "a change that needs another field first");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Modifier : Référence de l’avenant/ }).click();
    await field(page, "endorsement").locator("input").fill("Avenant 4");
    await page.keyboard.press("Enter");
    await field(page, "endorsement").getByText("Avenant 4").waitFor();
    await parent.click();
    await pick(page, field(page, "parent").locator("input"), frame);
    await field(page, "parent").getByRole("link", { name: frame }).waitFor();
    // Now it cannot be emptied any more, which is said where it stands.
    await page.getByRole("button", { name: /^Modifier : Référence de l’avenant/ }).click();
    await field(page, "endorsement").locator("input").fill("");
    await page.keyboard.press("Enter");
    await field(page, "endorsement").locator("[aria-invalid=true]").waitFor();
    await end();
  },

  async "a picker of several offers what is not chosen yet"(browser) {
    const { page, make, end } = await member(browser);
    const stamp = Date.now();
    const names = ["Un", "Deux"].map((name) => `Partenaire ${name} ${stamp}`);
    for (const name of names) {
      await make(name);
    }
    const id = await make("Convention à plusieurs");
    await page.goto(`${HOME}/e/commitment/${id}`);
    await page.getByRole("button", { name: /^Modifier : Conventions partenaires/ }).click();
    const box = field(page, "partners").locator("input");
    const [first, second] = names;
    await pick(page, box, first);
    await box.fill(`Partenaire ${stamp}`);
    await page.getByRole("option", { name: second, exact: true }).waitFor();
    assert.equal(await page.getByRole("option", { name: first, exact: true }).count(), 0);
    await field(page, "partners")
      .getByRole("button", { name: new RegExp(first) })
      .click();
    await box.click();
    await page.getByRole("option", { name: first, exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await end();
  },
};
