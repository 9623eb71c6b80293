import assert from "node:assert/strict";
import { csv, people } from "./import-pages.mjs";
import { pages, show, unvisited } from "./pages.mjs";
import { visitor } from "./support/browser.mjs";
import { assertEverywhere } from "./support/everywhere.mjs";
import { house } from "./support/house.mjs";
import { signedIn } from "./support/signing.mjs";
import { trialMember } from "./support/trial.mjs";

/** Every page in one language. */
function everyPage(language, open, chosen) {
  return async (browser) => {
    const { page, complaints, leave } = await open(browser, { language });
    for (const [name, place] of Object.entries(pages).filter(chosen)) {
      const widths = place.narrow ? [360] : undefined;
      await page.setViewportSize({ width: widths?.[0] ?? 1440, height: 900 });
      await show(page, place);
      await assertEverywhere(page, name, widths);
    }
    assert.deepEqual(complaints, []);
    await leave();
  };
}

/** An import from the choice of a file to its undoing, each step judged. */
function everyStep(language) {
  return async (browser) => {
    const { page, complaints, leave } = await signedIn(browser, "horizon-admin", { language });
    const judged = (step) => assertEverywhere(page, `import: ${step}`);
    const press = (name) => page.getByRole("button", { name }).click();
    const title = (name) => page.getByRole("heading", { level: 2, name }).waitFor();
    await page.goto(`${house}/t/horizon/import/person`);
    await page.locator("input[type=file]").setInputFiles(csv("gens.csv", people("Récit-Étapes")));
    await page.locator("main td").first().waitFor();
    await judged("recognised");
    await press(/^(Continuer|Continue)$/);
    await page.getByRole("combobox", { name: /Ville/ }).waitFor();
    await judged("columns");
    await press(/^(Essayer sans|Try without)/);
    await page.locator("main li", { hasText: /^(Ligne|Line) 4/ }).waitFor();
    await judged("trial");
    await page.route(/\/api\/v1\/jobs\/[^/]+(\/run)?$/, stillRunning);
    await press(/^(Lancer|Start) /);
    await page.locator("main progress").waitFor();
    await judged("progress");
    await page.unrouteAll();
    await title(/terminé|finished/);
    await judged("result");
    await press(/^(Défaire cet|Undo this)/);
    await title(/défait|undone/i);
    await judged("undone");
    assert.deepEqual(complaints, []);
    await leave();
  };
}

/** A job is over in a moment: the page is told that it has far to go. */
async function stillRunning(route) {
  const answer = await route.fetch();
  const job = await answer.json();
  const far = { state: "running", rows: { total: 48_200, ok: 17_340, failed: 12 } };
  await route.fulfill({ response: answer, json: { ...job, ...far, rate: 2_150, eta: 14 } });
}

const asAgent = (browser, taste) => signedIn(browser, "both-agent", taste);
const asTrialMember = async (browser, taste) =>
  visitor(browser, { ...taste, state: await trialMember(browser) });
const ofTrial = ([, { trial }]) => trial === true;
const ofHorizon = ([, { trial }]) => trial !== true;

export const stories = {
  async "every route has a page that is looked at"() {
    assert.deepEqual(await unvisited(), []);
  },
  "every page is accessible, quiet and whole in French": everyPage("fr", asAgent, ofHorizon),
  "every page is accessible, quiet and whole in English": everyPage("en", asAgent, ofHorizon),
  "each step of an import is accessible, quiet and whole in French": everyStep("fr"),
  "each step of an import is accessible, quiet and whole in English": everyStep("en"),
  "the longest names are accessible and fit, in French": everyPage("fr", asTrialMember, ofTrial),
  "the longest names are accessible and fit, in English": everyPage("en", asTrialMember, ofTrial),
};
