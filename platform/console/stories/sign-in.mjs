import assert from "node:assert/strict";
import { visitor } from "./support/browser.mjs";
import { house } from "./support/house.mjs";
import { openPreferences, signIn } from "./support/signing.mjs";

export const stories = {
  async "an agent signs in through Keycloak and stands in the only tenant"(browser) {
    const { page, complaints, leave } = await visitor(browser);
    await signIn(page, "horizon-agent");
    await page.waitForURL(`${house}/t/horizon/`);
    await page.getByRole("heading", { level: 1, name: "Mutuelle Horizon" }).waitFor();
    assert.equal(await page.title(), "Mutuelle Horizon · Entente");
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "a deep link survives signing in"(browser) {
    const { page, leave } = await visitor(browser);
    await signIn(page, "horizon-agent", "/t/horizon/e/contract?view=ending_soon");
    await page.waitForURL(`${house}/t/horizon/e/contract?view=ending_soon`);
    await page.getByRole("heading", { level: 1, name: "Contrats" }).waitFor();
    await leave();
  },

  async "signing out ends the session here and at Keycloak"(browser) {
    const { context, page, complaints, leave } = await visitor(browser);
    await signIn(page, "horizon-agent");
    await page.waitForURL(`${house}/t/horizon/`);
    const cookies = (await context.cookies(house)).map(({ name, value }) => `${name}=${value}`);
    assert.equal(await statusOfMe(cookies), 200);
    await openPreferences(page);
    await page.getByRole("button", { name: "Se déconnecter" }).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/t/"));
    await page.waitForLoadState();
    assert.equal(await statusOfMe(cookies), 401, "the old cookie is dead");
    await page.goto(`${house}/t/horizon/`);
    await page.locator("#username").waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  },
};

async function statusOfMe(cookies) {
  const response = await fetch(`${house}/api/v1/me`, { headers: { Cookie: cookies.join("; ") } });
  return response.status;
}
