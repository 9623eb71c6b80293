import { stories as accessibility } from "./accessibility.mjs";
import { stories as changes } from "./changes.mjs";
import { stories as conditions } from "./conditions.mjs";
import { stories as files } from "./files.mjs";
import { stories as imports } from "./imports.mjs";
import { stories as jobs } from "./jobs.mjs";
import { stories as lists } from "./lists.mjs";
import { stories as records } from "./records.mjs";
import { stories as signIn } from "./sign-in.mjs";
import { openBrowser } from "./support/browser.mjs";
import { reasonOf, told } from "./support/telling.mjs";
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
  ...jobs,
  ...records,
  ...changes,
  ...conditions,
  ...files,
  ...signIn,
  ...tenants,
});
const chosen = all.filter(([name]) => only === undefined || name.includes(only));
const alone = Object.entries(warmth).filter(([name]) => only === undefined || name.includes(only));

const browser = await openBrowser();
const begun = performance.now();
const failed = [];
const waiting = [...chosen];
await Promise.all(Array.from({ length: AT_ONCE }, () => work(waiting)));
await work([...alone]);
await browser.close();
const count = chosen.length + alone.length;
console.log(`${secondsSince(begun)} s in all`);
// Once more at the end: whoever has only the last lines of a log knows which, and why.
for (const story of failed) {
  console.log(story);
}
console.log(`${count - failed.length} passed, ${failed.length} failed`);
process.exitCode = failed.length === 0 && count > 0 ? 0 : 1;

async function work(queue) {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    await play(next);
  }
}

async function play([name, story]) {
  const start = performance.now();
  const windows = windowsOf(browser);
  const reason = await story(windows).then(
    () => undefined,
    (error) => reasonOf(error ?? new Error("nothing said")),
  );
  const line = told(reason === undefined ? "passed" : "FAILED", name, secondsSince(start), reason);
  console.log(line);
  if (reason !== undefined) {
    failed.push(line);
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
