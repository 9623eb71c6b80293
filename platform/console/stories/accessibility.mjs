import assert from "node:assert/strict";
import { pages, show } from "./pages.mjs";
import { assertAccessible } from "./support/axe.mjs";
import { visitor } from "./support/browser.mjs";
import { signIn } from "./support/signing.mjs";

const TASTES = [
  { theme: "light", width: 1440 },
  { theme: "dark", width: 1440 },
  { theme: "light", width: 390 },
  { theme: "dark", width: 390 },
  { theme: "light", width: 800 },
];

export const stories = Object.fromEntries(
  TASTES.map((taste) => [
    `every page is accessible and quiet in ${taste.theme} at ${taste.width}`,
    async (browser) => {
      const { page, complaints, leave } = await visitor(browser, taste);
      await signIn(page, "both-agent");
      for (const [name, place] of Object.entries(pages)) {
        await show(page, place);
        await assertAccessible(page, name);
      }
      assert.deepEqual(complaints, []);
      await leave();
    },
  ]),
);
