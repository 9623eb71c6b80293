import { house } from "./support/house.mjs";
import { signedIn } from "./support/signing.mjs";

const TURNS = 7;
const LINES = "main tbody:not(.late) th";

/** Nothing is asserted: what it takes depends on what else the machine does. It is told. */
export const stories = {
  async "how long a warm list of 50 takes is told"(browser) {
    const { context, page, leave } = await signedIn(browser, "horizon-agent");
    await context.addInitScript(watch, LINES);
    const list = `${house}/t/horizon/e/contract`;
    const opened = [];
    for (let turn = 0; turn <= TURNS; turn += 1) {
      await page.goto(list);
      await page.waitForFunction(() => typeof globalThis.shownAt === "number");
      opened.push(await page.evaluate(() => globalThis.shownAt));
    }
    const links = page.getByRole("navigation", { name: "Navigation" });
    const changed = [];
    for (let turn = 0; turn <= TURNS; turn += 1) {
      await page.goto(`${house}/t/horizon/`);
      await page.locator("main section li").first().waitFor();
      await page.waitForLoadState("networkidle");
      await links.getByRole("link", { name: "Contrats" }).evaluate((link) => {
        globalThis.shownAt = undefined;
        globalThis.since = performance.now();
        link.click();
      });
      await page.waitForFunction(() => typeof globalThis.shownAt === "number");
      changed.push(await page.evaluate(() => globalThis.shownAt - globalThis.since));
    }
    console.log(`        a list of 50 from the navigation: ${told(changed)}`);
    console.log(`        a list of 50 as a page of its own: ${told(opened)}`);
    await leave();
  },
};

/** Runs in the page: remembers when the first lines are there and painted. */
function watch(lines) {
  const look = () => {
    if (globalThis.shownAt === undefined && document.querySelector(lines) !== null) {
      globalThis.shownAt = null;
      requestAnimationFrame(() => {
        globalThis.shownAt = performance.now();
      });
    }
  };
  globalThis.shownAt = undefined;
  new MutationObserver(look).observe(document, { childList: true, subtree: true });
}

function told([, ...warm]) {
  const sorted = warm.map(Math.round).toSorted((one, other) => one - other);
  return `${sorted[Math.floor(sorted.length / 2)]} ms (${sorted[0]} to ${sorted.at(-1)}, ${sorted.length} turns)`;
}
