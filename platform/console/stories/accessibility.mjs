import assert from "node:assert/strict";
import { importPages } from "./import-pages.mjs";
import { pages, show, unvisited } from "./pages.mjs";
import { visitor } from "./support/browser.mjs";
import { assertEverywhere } from "./support/everywhere.mjs";
import { signedIn } from "./support/signing.mjs";
import { trialMember } from "./support/trial.mjs";

/** Every page in one language. */
function everyPage(language, open, chosen) {
  return async (browser) => {
    const { page, complaints, leave } = await open(browser, { language });
    for (const [name, place] of Object.entries(pages).filter(chosen)) {
      const widths = place.narrow ? [360] : place.wide ? [1440] : undefined;
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
    for (const [name, place] of Object.entries(importPages)) {
      await page.setViewportSize({ width: 1440, height: 900 });
      await show(page, place);
      await assertEverywhere(page, name);
    }
    assert.deepEqual(complaints, []);
    await leave();
  };
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
