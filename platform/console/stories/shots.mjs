import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importPages } from "./import-pages.mjs";
import { pages, show } from "./pages.mjs";
import { openBrowser, visitor } from "./support/browser.mjs";
import { signedIn } from "./support/signing.mjs";
import { trialMember } from "./support/trial.mjs";

const folder = process.argv[2] ?? join(tmpdir(), "entente-shots");
await mkdir(folder, { recursive: true });

const browser = await openBrowser();
const longest = await trialMember(browser);
for (const language of ["fr", "en"]) {
  for (const theme of ["light", "dark"]) {
    for (const width of [1440, 768, 360]) {
      const taste = { language, theme, width };
      const agent = await signedIn(browser, "both-agent", taste);
      const member = await visitor(browser, { ...taste, state: longest });
      for (const [name, place] of Object.entries({ ...pages, ...importPages })) {
        if (place.narrow && width > 360) {
          continue;
        }
        const { page } = place.trial ? member : agent;
        await show(page, place);
        await page.screenshot({ path: join(folder, `${name}-${language}-${theme}-${width}.png`) });
      }
      await agent.leave();
      await member.leave();
    }
  }
}
await browser.close();
console.log(folder);
