import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importPages } from "./import-pages.mjs";
import { pages, show } from "./pages.mjs";
import { openBrowser, visitor } from "./support/browser.mjs";
import { rested } from "./support/rest.mjs";
import { signedIn } from "./support/signing.mjs";
import { trialMember } from "./support/trial.mjs";

const [folder = join(tmpdir(), "entente-shots"), only = ""] = process.argv.slice(2);
await mkdir(folder, { recursive: true });

const WIDTHS = [1440, 768, 360];
/** What is longer than a screen is looked at to its end. */
const TALL = 1_800;

const browser = await openBrowser();
const longest = await trialMember(browser);
for (const language of ["fr", "en"]) {
  const state = { state: longest, language };
  const agent = await signedIn(browser, "both-agent", { language });
  const member = await visitor(browser, state);
  const admin = await signedIn(browser, "horizon-admin", { language });
  for (const [name, place] of Object.entries({ ...pages, ...importPages })) {
    if (name.includes(only)) {
      const { page } = place.trial ? member : name in importPages ? admin : agent;
      await taken(page, `${name}-${language}`, place);
    }
  }
  await Promise.all([agent, admin, member].map(({ leave }) => leave()));
}
await browser.close();
console.log(folder);

/** A page is opened once; widths and themes change while it stands. */
async function taken(page, name, place) {
  const widths = place.narrow ? [360] : place.wide ? [1440] : WIDTHS;
  await page.setViewportSize({ width: widths[0], height: 900 });
  await show(page, place);
  for (const width of widths) {
    const height = place.tall ? TALL : width === 360 ? 844 : 900;
    await page.setViewportSize({ width, height });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await rested(page);
      await page.screenshot({ path: join(folder, `${name}-${colorScheme}-${width}.png`) });
    }
  }
}
