import { readFile } from "node:fs/promises";
import { house } from "./support/house.mjs";
import { pressFor, until } from "./support/rest.mjs";
import { ask, openPreferences } from "./support/signing.mjs";
import { trial } from "./support/trial.mjs";

const NOTHING = { status: 200, body: { data: [], page: { next: null }, total: null } };
const AWAY = { status: 503, body: { status: 503, code: "unavailable", title: "Away" } };

/**
 * Every page as it is judged by eye and by axe: where it is, what to wait for, what to open, and
 * what the data calls answer when the page shall show a rare state, which is `kept` where the page
 * asks again and again. A page is `narrow` when only a phone has it, `wide` when no phone has it, `tall` when it is longer than a
 * screen, and of the `trial` tenant when its names are the longest there are.
 */
export const pages = {
  chooser: { path: "/", wait: "main li" },
  home: { path: "/t/horizon/", wait: "main section li" },
  list: { path: "/t/horizon/e/contract", wait: "main :is(tbody:not(.late) tr, li)" },
  people: { path: "/t/horizon/e/person", wait: "main :is(tbody:not(.late) tr, li)" },
  claims: { path: "/t/horizon/e/claim", wait: "main :is(tbody:not(.late) tr, li)" },
  record: { path: "/t/horizon/e/contract/{first}", wait: "main h1", tall: true },
  member: { path: "/t/horizon/e/person/{first}", wait: "main h1", open: openRelated },
  editing: { path: "/t/horizon/e/person/{first}", wait: "main [data-edit]", open: openEditing },
  creation: { path: "/t/horizon/e/contract/new", wait: "main form", tall: true },
  import: { path: "/t/horizon/import/person", wait: "main h2" },
  jobs: { path: "/t/horizon/jobs", wait: "main h2" },
  job: { path: "/t/horizon/jobs/{job}", wait: "main h1" },
  whole: {
    path: "/t/horizon/e/contract",
    wait: "main tbody:not(.late) tr",
    open: openWhole,
    wide: true,
  },
  nobody: { path: "/t/horizon/e/person/01a210eb-0000-7ad4-8972-2ac7dbad95f9", wait: "main h1" },
  empty: { path: "/t/horizon/e/contract", wait: "main h2", answer: NOTHING },
  unmatched: { path: "/t/horizon/e/contract?view=mine", wait: "main h2", answer: NOTHING },
  failed: { path: "/t/horizon/e/contract", wait: "main h2", answer: AWAY },
  missing: { path: "/t/horizon/e/nothing", wait: "main h1" },
  outside: { path: "/t/nowhere/", wait: "main h1" },
  preferences: { path: "/t/horizon/", wait: "main section li", open: openPreferences },
  filters: {
    path: "/t/horizon/e/contract?view=active",
    wait: "main :is(tbody:not(.late) tr, li)",
    open: (page) =>
      page.getByRole("button", { name: /Éditer l’expression|Edit the expression/ }).click(),
  },
  palette: { path: "/t/horizon/", wait: "main section li", open: openPalette },
  tenants: { path: "/t/horizon/", wait: "main section li", open: openTenants },
  activity: {
    path: "/t/horizon/e/person/{first}",
    wait: "main h1",
    open: openActivity,
    narrow: true,
  },
  drawer: { path: "/t/horizon/", wait: "main section li", open: openLists, narrow: true },
  picking: { path: "/t/horizon/e/person", wait: "main li", open: openPicking, narrow: true },
  related: { path: "/t/horizon/e/contract/{first}", wait: "main h1", open: openRelated },
  longHome: { path: `/t/${trial}/`, wait: "main section li", trial: true },
  longList: {
    path: `/t/${trial}/e/commitment`,
    wait: "main :is(tbody:not(.late) tr, li)",
    trial: true,
  },
  longRecord: { path: `/t/${trial}/e/commitment/{first}`, wait: "main h1", trial: true },
  longCreation: {
    path: `/t/${trial}/e/commitment/new`,
    wait: "main form",
    trial: true,
    tall: true,
  },
};

/** The routes that none of the pages shows, as the router names them. */
export async function unvisited() {
  const source = await readFile(new URL("../src/app/router.tsx", import.meta.url), "utf8");
  const routes = routesIn(source);
  const shown = Object.values(pages).map(({ path }) => bestOf(routes, path.split("?")[0]));
  return routes.filter((route) => !shown.includes(route));
}

function routesIn(source) {
  const made = /const (\w+) = createRoute\(\{\s*getParentRoute: \(\) => (\w+),\s*path: "([^"]+)"/g;
  const known = new Map(
    [...source.matchAll(made)].map(([, name, parent, path]) => [name, { parent, path }]),
  );
  const count = source.split("createRoute(").length - 1;
  if (known.size !== count) {
    throw new Error(`${count} routes are made, ${known.size} were understood`);
  }
  const whole = ({ parent, path }) =>
    [known.has(parent) ? whole(known.get(parent)) : "", path === "/" ? "" : path].join("/");
  const parents = new Set([...known.values()].map(({ parent }) => parent));
  return [...known].filter(([name]) => !parents.has(name)).map(([, route]) => whole(route));
}

/** Of the routes that fit a path, the one with the fewest open parts. */
function bestOf(routes, path) {
  const parts = (text) => text.split("/").filter((part) => part !== "");
  const fits = (route) => {
    const [named, asked] = [parts(route), parts(path)];
    const same = named.every((part, at) => part.startsWith("$") || part === asked[at]);
    return same && named.length === asked.length;
  };
  const open = (route) => route.split("$").length;
  return routes.filter(fits).toSorted((one, other) => open(one) - open(other))[0];
}

export async function show(page, { path, wait, open, answer, kept }) {
  await page.unrouteAll({ behavior: "ignoreErrors" });
  if (answer !== undefined) {
    await answerData(page, answer);
  }
  await page.goto(house + (await resolved(page, path)));
  await page.locator(wait).first().waitFor();
  await open?.(page);
  await page.waitForLoadState("networkidle");
  if (!kept) {
    await page.unrouteAll({ behavior: "ignoreErrors" });
  }
}

/** Puts an answer of our own in place of the server's to every call for records. */
export async function answerData(page, { status, body }) {
  await page.route("**/api/v1/data/**", (route) =>
    route.fulfill({
      status,
      contentType: status < 400 ? "application/json" : "application/problem+json",
      headers: { "X-Request-Id": "7f3a91c2" },
      body: JSON.stringify(body),
    }),
  );
}

async function openLists(page) {
  await page.getByRole("button", { name: /^(Listes|Lists)$/ }).click();
  await page.getByRole("dialog").waitFor();
}

async function openPicking(page) {
  await page.getByRole("button", { name: /^(Sélectionner|Select)$/ }).click();
  await page.locator("main li label").first().click();
  await page.getByRole("toolbar").waitFor();
}

async function openTenants(page) {
  await page.getByRole("button", { name: /Changer d’espace|Switch workspace/ }).click();
  await page.getByRole("dialog").waitFor();
}

/** Puts the newest record of the entity in the place of `{first}`, an export in that of `{job}`. */
async function resolved(page, path) {
  if (!path.includes("{")) {
    return path;
  }
  if (!page.url().startsWith(house)) {
    await page.goto(`${house}/`);
  }
  if (path.includes("{job}")) {
    return path.replace("{job}", await exported(page, path.split("/")[2]));
  }
  const [, tenant, entity] = /^\/t\/([^/]+)\/e\/([^/]+)/.exec(path);
  const { data } = await ask(page, `/t/${tenant}/api/v1/data/${entity}?limit=1`);
  return path.replace("{first}", data[0].id);
}

async function exported(page, tenant) {
  const jobs = `/t/${tenant}/api/v1/jobs`;
  const body = { kind: "export", entity: "contract", filter: 'status == "active"' };
  const { id } = await ask(page, jobs, { method: "POST", body });
  await ask(page, `${jobs}/${id}/run`, { method: "POST" });
  await until("the export is there", async () => {
    const { state } = await ask(page, `${jobs}/${id}`);
    return state === "done";
  });
  return id;
}

async function openWhole(page) {
  await page
    .getByRole("checkbox", { name: /^(Sélectionner toutes|Select all)/ })
    .first()
    .check();
  await page.getByRole("button", { name: /^(Sélectionner toute|Select the whole)/ }).click();
  const bar = page.getByRole("toolbar");
  await bar.getByText(/\d/).waitFor();
  await bar.getByRole("button", { name: /^(Modifier|Edit|Change)$/ }).click();
  const form = page.getByRole("dialog");
  await form.getByRole("combobox").selectOption({ index: 1 });
  await form.getByText(/^(Plus tard|Later)$/).click();
}

async function openRelated(page) {
  await page.getByRole("tab").nth(1).click();
  await page.locator("main [role=tabpanel] section").first().waitFor();
}

async function openActivity(page) {
  await page.getByRole("tab", { name: /^(Fil d’activité|Timeline)$/ }).click();
  await page.getByRole("tabpanel").waitFor();
}

async function openEditing(page) {
  await page.locator("main [data-edit]").first().click();
  await page.locator("main [data-field] input:not([type=file])").waitFor();
}

async function openPalette(page) {
  await pressFor(page, "Control+k", page.getByRole("combobox"));
}
