import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importPages } from "./import-pages.mjs";
import { pages, show } from "./pages.mjs";
import { openBrowser, visitor } from "./support/browser.mjs";
import { signIn } from "./support/signing.mjs";

const folder = process.argv[2] ?? join(tmpdir(), "entente-shots");
await mkdir(folder, { recursive: true });

const browser = await openBrowser();
for (const language of ["fr", "en"]) {
  for (const theme of ["light", "dark"]) {
    for (const width of [1440, 800, 390]) {
      const { page, leave } = await visitor(browser, { language, theme, width });
      await signIn(page, "both-agent");
      for (const [name, place] of Object.entries({ ...pages, ...importPages })) {
        await show(page, place);
        await page.screenshot({ path: join(folder, `${name}-${language}-${theme}-${width}.png`) });
      }
      await leave();
    }
  }
}
await browser.close();
console.log(folder);
