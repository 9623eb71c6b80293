import { stories as accessibility } from "./accessibility.mjs";
import { stories as changes } from "./changes.mjs";
import { stories as imports } from "./imports.mjs";
import { stories as lists } from "./lists.mjs";
import { stories as records } from "./records.mjs";
import { stories as signIn } from "./sign-in.mjs";
import { openBrowser } from "./support/browser.mjs";
import { stories as tenants } from "./tenants.mjs";
import { stories as warmth } from "./warmth.mjs";
import { stories as xss } from "./xss.mjs";

/** A story waits for the server and the page most of the time: two of them share a machine well. */
const AT_ONCE = 2;

const [only] = process.argv.slice(2);
// The longest first, so that none of them is left for the end.
const all = Object.entries({
  ...accessibility,
  ...xss,
  ...lists,
  ...imports,
  ...records,
  ...changes,
  ...signIn,
  ...tenants,
});
const chosen = all.filter(([name]) => only === undefined || name.includes(only));
const alone = Object.entries(warmth).filter(([name]) => only === undefined || name.includes(only));

const browser = await openBrowser();
const begun = performance.now();
let failed = 0;
const waiting = [...chosen];
await Promise.all(Array.from({ length: AT_ONCE }, () => work(waiting)));
await work([...alone]);
await browser.close();
const count = chosen.length + alone.length;
console.log(`${secondsSince(begun)} s in all`);
console.log(`${count - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && count > 0 ? 0 : 1;

async function work(queue) {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    await play(next);
  }
}

async function play([name, story]) {
  const start = performance.now();
  const windows = windowsOf(browser);
  const problem = await story(windows).then(
    () => undefined,
    (error) => error ?? new Error("nothing said"),
  );
  console.log(`${problem === undefined ? "passed" : "FAILED"}  ${name} (${secondsSince(start)} s)`);
  if (problem !== undefined) {
    failed += 1;
    console.log(String(problem.stack ?? problem).replace(/^/gm, "        "));
  }
  await windows.leaveAll();
}

/** The browser as one story sees it; a story that failed did not close its own windows. */
function windowsOf(shared) {
  const opened = [];
  return {
    async newContext(options) {
      const context = await shared.newContext(options);
      opened.push(context);
      return context;
    },
    leaveAll: () => Promise.all(opened.map((context) => context.close().catch(() => undefined))),
  };
}

function secondsSince(start) {
  return ((performance.now() - start) / 1000).toFixed(1);
}
