import { house } from "./house.mjs";

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
