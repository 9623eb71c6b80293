import assert from "node:assert/strict";
import { answerData, pages } from "./pages.mjs";
import { visitor } from "./support/browser.mjs";
import { house } from "./support/house.mjs";
import { pressFor, rested, until } from "./support/rest.mjs";
import { openPreferences, signedIn, signIn } from "./support/signing.mjs";

const REFUSED = /ne peut pas être affichée|n’a pas pu être chargée|Aucun champ|Page introuvable/;
const CONTRACTS = "/t/horizon/e/contract";

export const stories = {
  async "a list shows French headings, names of references, money, dates and statuses"(browser) {
    const { page, complaints, leave } = await visitor(browser);
    await signIn(page, "both-agent", CONTRACTS);
    const table = page.getByRole("grid", { name: "Contrats" });
    await table.getByRole("columnheader", { name: "Souscripteur" }).waitFor();
    await table.locator("tbody tr").nth(9).waitFor();
    const lines = await table.locator("tbody").innerText();
    assert.match(lines, /\d,\d{2}\u00a0€/, "money as the French write it");
    assert.match(
      lines,
      /\d{1,2} (janv\.|févr\.|mars|avr\.|mai|juin|juil\.|août|sept\.|oct\.|nov\.|déc\.) \d{4}/,
    );
    assert.doesNotMatch(lines, /[0-9a-f]{8}-[0-9a-f]{4}-/, "references have names");
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "a long list comes page after page while scrolling, and few lines are drawn"(browser) {
    const { page, leave } = await signedIn(browser, "horizon-agent");
    await page.goto(`${house}/t/horizon/e/person`);
    const lines = page.locator("main tbody th");
    await lines.nth(9).waitFor();
    const scroll = page.locator("main section");
    const shown = async () =>
      Number((await page.locator("main footer span").first().innerText()).replace(/\D/g, ""));
    await until("a second page is there", async () => {
      await scroll.evaluate((section) => section.scrollTo(0, section.scrollHeight));
      return (await shown()) > 50;
    });
    await page.waitForLoadState("networkidle");
    await rested(page);
    assert.ok((await lines.count()) < 60, "lines out of sight are not drawn");
    await page.getByRole("button", { name: "Compter tout" }).click();
    const total = await page.getByText(/au total$/).innerText();
    assert.ok(Number(total.replace(/\D/g, "")) >= (await shown()));
    await leave();
  },

  async "filters are chips and an expression, which says where it is wrong"(browser) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-agent");
    await page.goto(house + CONTRACTS);
    await page.locator("main tbody th").first().waitFor();
    const find = page.getByRole("searchbox", { name: "Chercher un champ" });
    await pressFor(page, "/", find);
    await find.fill("statut");
    await page.keyboard.press("Enter");
    await page.getByRole("checkbox", { name: "Résilié" }).check();
    await page.waitForURL(/filter=status/);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Éditer l’expression" }).click();
    const text = page.getByRole("textbox", { name: "Expression" });
    await until("the chip is an expression", async () =>
      /^status == "/.test(await text.inputValue()),
    );
    await text.fill("premum.amount > 3");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("Caractère 1").waitFor();
    await text.fill('status == "active" && premium.amount > 100');
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Retirer le filtre Cotisation" }).waitFor();
    const expected = complaints.filter((told) => !told.includes("400"));
    assert.deepEqual(expected, []);
    await leave();
  },

  async "a cell is edited in its place by keys, and the change is undone"(browser) {
    const { page, leave } = await signedIn(browser, "horizon-admin");
    await page.goto(`${house}/t/horizon/e/contract?view=active`);
    await page.locator("main tbody th a").first().focus();
    for (let turn = 0; turn < 3; turn += 1) {
      await page.keyboard.press("ArrowRight");
    }
    const cell = page.locator('[data-spot="0:4"]');
    await page.locator('[data-spot="0:4"]:focus').waitFor();
    const before = await cell.textContent();
    await page.keyboard.press("Enter");
    await page.locator("main tbody td[data-editing] input:focus").waitFor();
    await page.keyboard.type("Péniche Le Héron");
    await page.keyboard.press("Enter");
    await cell.getByText("Péniche Le Héron").waitFor();
    await page.getByRole("button", { name: "Annuler", exact: true }).click();
    await page.waitForFunction(
      (text) => document.querySelector('[data-spot="0:4"]')?.textContent === text,
      before,
    );
    await leave();
  },

  async "columns are added across references, moved and kept"(browser) {
    const { page, leave } = await signedIn(browser, "horizon-agent");
    await page.goto(house + CONTRACTS);
    await page.getByRole("button", { name: "Colonnes", exact: true }).click();
    await page.getByRole("searchbox", { name: "Chercher un champ" }).fill("souscripteur telephone");
    await page.getByRole("button", { name: /^Ajouter Souscripteur · Téléphone/ }).click();
    await page.keyboard.press("Escape");
    await page.reload();
    await page.getByRole("columnheader", { name: "Souscripteur · Téléphone" }).waitFor();
    await page.locator("main tbody th").first().waitFor();
    await leave();
  },

  async "the palette leads anywhere by a few letters"(browser) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-agent");
    await page.goto(`${house}/t/horizon/`);
    await page.locator("main section li").first().waitFor();
    await pressFor(page, "Control+k", page.getByRole("combobox"));
    await page.getByRole("combobox").fill("sinistres");
    await page.getByRole("option", { name: "Sinistres", selected: true }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Sinistres" }).waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "views are tabs, and one without lines says so"(browser) {
    const { page, complaints, leave } = await visitor(browser);
    await signIn(page, "horizon-agent", CONTRACTS);
    await page.locator("main tbody tr").first().waitFor();
    await page.getByRole("link", { name: "Mes contrats" }).click();
    await page.waitForURL(`${house}${CONTRACTS}?view=mine`);
    const current = page.getByRole("navigation", { name: "Vues" }).locator("[aria-current]");
    await current.getByText("Mes contrats", { exact: true }).waitFor();
    assert.equal(await current.count(), 1);
    await page.locator("main tbody:not(.late) tr, main h2").first().waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "the same list in English, dark, on a phone, never scrolls sideways"(browser) {
    for (const width of [390, 360]) {
      const taste = { language: "en", theme: "dark", width };
      const { page, complaints, leave } = await visitor(browser, taste);
      await signIn(page, "both-agent", CONTRACTS);
      await page.getByRole("list", { name: "Contracts" }).locator("li").nth(9).waitFor();
      await rested(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.equal(wide, width);
      assert.match(await page.locator("main li").allInnerTexts().then(String), /€\d/);
      const scheme = await page.locator("html").getAttribute("data-mantine-color-scheme");
      assert.equal(scheme, "dark");
      await page.getByRole("button", { name: "Lists" }).click();
      await page.getByRole("dialog").getByRole("link", { name: "Claims" }).click();
      await page.getByRole("heading", { level: 1, name: "Claims" }).waitFor();
      assert.deepEqual(complaints, []);
      await leave();
    }
  },

  async "language and theme change on the spot and stay"(browser) {
    const { page, leave } = await visitor(browser);
    await signIn(page, "horizon-agent", CONTRACTS);
    await page.getByRole("heading", { level: 1, name: "Contrats" }).waitFor();
    await openPreferences(page);
    await page.getByText("English").click();
    await page.getByText("Dark", { exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Contracts" }).waitFor();
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "Contracts" }).waitFor();
    assert.equal(await page.locator("html").getAttribute("lang"), "en");
    assert.equal(await page.locator("html").getAttribute("data-mantine-color-scheme"), "dark");
    await leave();
  },

  async "a list that could not be loaded says so, and comes when asked again"(browser) {
    const { page, leave } = await visitor(browser);
    await signIn(page, "horizon-agent", "/t/horizon/");
    await answerData(page, pages.failed.answer);
    await page.goto(`${house}${CONTRACTS}`);
    await page.getByRole("heading", { name: "La page n’a pas pu être chargée" }).waitFor();
    await page.getByText("7f3a91c2").waitFor();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.getByRole("button", { name: "Réessayer" }).click();
    await page.locator("main tbody:not(.late) tr").first().waitFor();
    await leave();
  },

  async "every view of every entity of both tenants can be shown"(browser) {
    for (const tenant of ["horizon", "atlas"]) {
      const { page, complaints, leave } = await visitor(browser);
      await signIn(page, `${tenant}-admin`, `/t/${tenant}/`);
      await page.locator("main section li").first().waitFor();
      const rail = page.getByRole("navigation", { name: "Navigation" });
      const tabs = page.getByRole("navigation", { name: "Vues" });
      const lists = await namesOf(rail.locator("li a"));
      assert.ok(lists.length > 5, `lists of ${tenant}: ${lists}`);
      for (const [at, list] of lists.entries()) {
        await rail.locator("li a").nth(at).click();
        await assertShown(page, list, undefined);
        const [, ...views] = await namesOf(tabs.getByRole("link"));
        for (const [index, view] of views.entries()) {
          await tabs
            .getByRole("link")
            .nth(index + 1)
            .click();
          await assertShown(page, list, view);
        }
      }
      assert.deepEqual(complaints, []);
      await leave();
    }
  },

  async "a reader is not shown what the role does not open"(browser) {
    const { page, leave } = await visitor(browser);
    await signIn(page, "horizon-reader", "/t/horizon/");
    const navigation = page.getByRole("navigation", { name: "Navigation" });
    await navigation.getByRole("link", { name: "Contrats" }).waitFor();
    assert.equal(await navigation.getByRole("link", { name: "Tâches" }).count(), 0);
    await page.goto(`${house}/t/horizon/e/task`);
    await page.getByRole("heading", { level: 1, name: "Page introuvable" }).waitFor();
    await navigation.getByRole("link", { name: "Sinistres" }).click();
    await page.locator("main tbody tr").first().waitFor();
    await leave();
  },
};

function namesOf(links) {
  return links.evaluateAll((found) => found.map(({ textContent }) => textContent));
}

/** The list of this name is there in the view, with its records or with the reason for none. */
async function assertShown(page, list, view) {
  const seen = await page.waitForFunction(
    ([heading, tab]) => {
      const main = document.querySelector("main");
      const words = (place) => main.querySelector(place)?.textContent;
      const here =
        words("h1") === heading && (tab === undefined || words("[data-chosen=true]") === tab);
      const told = main.querySelector("section[aria-busy=false], h2") !== null;
      return here && told ? main.innerText : false;
    },
    [list, view],
  );
  assert.doesNotMatch(await seen.jsonValue(), REFUSED, `${list}, ${view}`);
}
