import { house } from "./support/house.mjs";
import { openPreferences } from "./support/signing.mjs";

/** Every page as it is judged by eye and by axe: where it is, what to wait for, what to open. */
export const pages = {
  chooser: { path: "/", wait: "main li" },
  home: { path: "/t/horizon/", wait: "main section li" },
  list: { path: "/t/horizon/e/contract", wait: "main :is(tbody:not(.late) tr, li)" },
  people: { path: "/t/horizon/e/person", wait: "main :is(tbody:not(.late) tr, li)" },
  missing: { path: "/t/nowhere/", wait: "main h1" },
  preferences: { path: "/t/horizon/", wait: "main section li", open: openPreferences },
  tenants: { path: "/t/horizon/", wait: "main section li", open: openTenants },
};

export async function show(page, { path, wait, open }) {
  await page.goto(house + path);
  await page.locator(wait).first().waitFor();
  await open?.(page);
  await page.waitForLoadState("networkidle");
}

async function openTenants(page) {
  await page.getByRole("button", { name: /Changer d’organisation|Switch organization/ }).click();
  await page.getByRole("dialog").waitFor();
}
