import assert from "node:assert/strict";
import { pages, show, unvisited } from "./pages.mjs";
import { assertAccessible, assertLegible } from "./support/axe.mjs";
import { visitor } from "./support/browser.mjs";
import { assertFits } from "./support/fits.mjs";
import { signedIn } from "./support/signing.mjs";
import { trialMember } from "./support/trial.mjs";

const WIDTHS = [1440, 768, 360];
const JUDGED = [1440, 360];

/** Every page in one language, each in both themes at every width that it has. */
function everyPage(language, open, chosen) {
  return async (browser) => {
    const { page, complaints, leave } = await open(browser, { language });
    for (const [name, place] of Object.entries(pages).filter(chosen)) {
      const widths = place.narrow ? [360] : WIDTHS;
      await page.setViewportSize({ width: widths[0], height: 900 });
      await show(page, place);
      for (const width of widths) {
        await page.setViewportSize({ width, height: 900 });
        await assertFits(page, `${name} at ${width}`);
        if (!JUDGED.includes(width)) {
          continue;
        }
        const [first, second] = width === 1440 ? ["light", "dark"] : ["dark", "light"];
        await page.emulateMedia({ colorScheme: first, reducedMotion: "reduce" });
        await assertAccessible(page, `${name} at ${width}, ${first}`);
        await page.emulateMedia({ colorScheme: second, reducedMotion: "reduce" });
        await assertLegible(page, `${name} at ${width}, ${second}`);
      }
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
  "the longest names are accessible and fit, in French": everyPage("fr", asTrialMember, ofTrial),
  "the longest names are accessible and fit, in English": everyPage("en", asTrialMember, ofTrial),
};
