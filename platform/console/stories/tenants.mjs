import assert from "node:assert/strict";
import { visitor } from "./support/browser.mjs";
import { house } from "./support/house.mjs";
import { signedIn, signIn } from "./support/signing.mjs";

export const stories = {
  async "a member of two tenants chooses, and changes over from the top bar"(browser) {
    const { page, complaints, leave } = await visitor(browser);
    await signIn(page, "both-agent");
    await page.getByRole("heading", { name: "Choisir un espace" }).waitFor();
    assert.equal(await page.locator("main li").count(), 2);
    await page.getByRole("link", { name: /Mutuelle Horizon/ }).click();
    await page.waitForURL(`${house}/t/horizon/`);
    await page.getByRole("navigation").getByRole("link", { name: "Contrats" }).waitFor();
    await page.getByRole("button", { name: /Changer d’espace/ }).click();
    await page.getByRole("dialog").getByRole("link", { name: /Atlas/ }).click();
    await page.waitForURL(`${house}/t/atlas/`);
    await page.getByRole("heading", { level: 1, name: /Atlas/ }).waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "a tenant is called in the language of whoever looks"(browser) {
    for (const [language, horizon, atlas] of [
      ["fr", "Mutuelle Horizon", "Atlas Négoce"],
      ["en", "Horizon Mutual", "Atlas Wholesale"],
    ]) {
      const { page, complaints, leave } = await signedIn(browser, "both-agent", { language });
      await page.goto(`${house}/`);
      await page.getByRole("link", { name: atlas }).waitFor();
      await page.getByRole("link", { name: horizon }).click();
      await page.getByRole("heading", { level: 1, name: horizon }).waitFor();
      await page.getByRole("button", { name: /Changer d’espace|Switch workspace/ }).click();
      await page.getByRole("dialog").getByRole("link", { name: atlas }).waitFor();
      assert.deepEqual(complaints, []);
      await leave();
    }
  },

  async "an unknown tenant and one of others look the same"(browser) {
    const { page, complaints, leave } = await visitor(browser);
    await signIn(page, "horizon-agent");
    await page.waitForURL(`${house}/t/horizon/`);
    const seen = [];
    for (const tenant of ["nowhere", "atlas"]) {
      await page.goto(`${house}/t/${tenant}/`);
      await page.getByRole("heading", { level: 1, name: "Page introuvable" }).waitFor();
      seen.push(await page.locator("main").innerText());
    }
    assert.equal(seen[0], seen[1]);
    await page.getByRole("link", { name: "Choisir un espace" }).click();
    await page.waitForURL(`${house}/t/horizon/`);
    assert.deepEqual(complaints, []);
    await leave();
  },
};
