import { stories as accessibility } from "./accessibility.mjs";
import { stories as imports } from "./imports.mjs";
import { stories as lists } from "./lists.mjs";
import { stories as records } from "./records.mjs";
import { stories as signIn } from "./sign-in.mjs";
import { openBrowser } from "./support/browser.mjs";
import { stories as tenants } from "./tenants.mjs";

const [only] = process.argv.slice(2);
const all = Object.entries({
  ...signIn,
  ...tenants,
  ...lists,
  ...records,
  ...imports,
  ...accessibility,
});
const chosen = all.filter(([name]) => only === undefined || name.includes(only));

const browser = await openBrowser();
let failed = 0;
for (const [name, story] of chosen) {
  const start = performance.now();
  const problem = await story(browser).then(
    () => undefined,
    (error) => error,
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${problem === undefined ? "passed" : "FAILED"}  ${name} (${seconds} s)`);
  if (problem !== undefined) {
    failed += 1;
    console.log(String(problem.stack ?? problem).replace(/^/gm, "        "));
    await leaveAll();
  }
}
await browser.close();
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 && chosen.length > 0 ? 0 : 1;

/** A story that failed did not close its own window. */
async function leaveAll() {
  await Promise.all(browser.contexts().map((context) => context.close()));
}
