import { visitor } from "./browser.mjs";
import { house } from "./house.mjs";

const known = new Map();

/** Opens a page of the house and signs in on Keycloak's own pages, one or two of them. */
export async function signIn(page, user, path = "/") {
  await page.goto(house + path);
  await page.fill("#username", user);
  if (!(await page.locator("#password").isVisible())) {
    await page.click("#kc-login");
    await page.locator("#password").waitFor();
  }
  await page.fill("#password", user);
  await page.click("#kc-login");
  await page.waitForURL((url) => url.href.startsWith(house));
}

/** Opens the panel of the person who is signed in. */
export async function openPreferences(page) {
  await page
    .getByRole("button", { name: /^(Compte et préférences|Account and preferences)$/ })
    .click();
  await page.getByRole("dialog").waitFor();
}

/** A visitor who is signed in already: only the first of each user passes Keycloak's pages. */
export async function signedIn(browser, user, taste = {}) {
  if (!known.has(user)) {
    known.set(user, stateOf(browser, user));
  }
  return visitor(browser, { ...taste, state: await known.get(user) });
}

async function stateOf(browser, user) {
  const { context, page, leave } = await visitor(browser);
  await signIn(page, user);
  const state = await context.storageState();
  await leave();
  return state;
}

/** Asks the API as the person in front of the page. */
export async function ask(page, path, { method = "GET", body } = {}) {
  const { status, told } = await page.evaluate(
    async ([address, verb, sent]) => {
      const response = await fetch(address, {
        method: verb,
        body: sent === undefined ? undefined : JSON.stringify(sent),
        headers: {
          "X-Requested-With": "entente",
          "Content-Type": "application/json",
          "If-Match": "*",
        },
      });
      return { status: response.status, told: await response.json().catch(() => ({})) };
    },
    [path, method, body],
  );
  if (status >= 400) {
    throw new Error(`${method} ${path}: ${status} ${JSON.stringify(told)}`);
  }
  return told;
}
