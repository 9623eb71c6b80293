import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { readFile } from "node:fs/promises";
import { assertAccessible } from "./support/axe.mjs";
import { visitor } from "./support/browser.mjs";
import { house } from "./support/house.mjs";
import { png } from "./support/picture.mjs";
import { until } from "./support/rest.mjs";
import { ask } from "./support/signing.mjs";
import { trial, trialMember } from "./support/trial.mjs";
import { assertUncut } from "./support/uncut.mjs";

const DATA = `/t/${trial}/api/v1/data/commitment`;
const HOME = `${house}/t/${trial}`;
const PDF = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
);

const toasts = (page) => page.getByRole("region", { name: /^(Messages|Notifications)$/ });
const slot = (page, name) => page.locator(`main [data-field="${name}"]`);
const box = (page, name) => slot(page, name).locator("input[type=file]");
const pdf = (name) => ({ name, mimeType: "application/pdf", buffer: PDF });
const picture = (name, ...size) => ({ name, mimeType: "image/png", buffer: png(...size) });

async function member(browser, taste = {}) {
  const state = await trialMember(browser);
  const { page, complaints, leave } = await visitor(browser, { ...taste, state });
  await page.goto(`${HOME}/`);
  await page.locator("main section li").first().waitFor();
  const name = `Convention à pièces ${Date.now()}`;
  const values = { code: name, name };
  const { id } = await ask(page, DATA, { method: "POST", body: { values } });
  return {
    page,
    id,
    name,
    complaints,
    at: `${HOME}/e/commitment/${id}`,
    value: async (name) => (await ask(page, `${DATA}/${id}`)).values[name] ?? null,
    async end() {
      await ask(page, `${DATA}/${id}`, { method: "DELETE" });
      assert.deepEqual(complaints, []);
      await leave();
    },
  };
}

/** Lets a file fall on a place of the page. */
async function drop(page, place, { name, mimeType, buffer }) {
  const data = await page.evaluateHandle(
    ([called, type, base64]) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const moved = new DataTransfer();
      moved.items.add(new File([bytes], called, { type }));
      return moved;
    },
    [name, mimeType, buffer.toString("base64")],
  );
  for (const event of ["dragenter", "dragover", "drop"]) {
    await place.dispatchEvent(event, { dataTransfer: data });
  }
}

/** A page may be seen before it hears: the key is pressed until the browser asks for a file. */
async function chooserByKey(page, place) {
  let asked;
  page.once("filechooser", (chooser) => {
    asked = chooser;
  });
  await until("a file is asked for", async () => {
    await place.press("Space");
    await page.waitForTimeout(500);
    return asked !== undefined;
  });
  return asked;
}

export const stories = {
  async "a file is put, fetched, replaced and removed, and each can be undone"(browser) {
    const { page, at, value, end } = await member(browser);
    await page.goto(at);
    await box(page, "scan").waitFor();
    await assertAccessible(page, "places for files");
    await box(page, "scan").setInputFiles(pdf("Convention d’été (signée).pdf"));
    const link = slot(page, "scan").getByRole("link", { name: /Convention d’été \(signée\)\.pdf/ });
    await link.waitFor();
    await toasts(page)
      .getByText(/Convention d’été/)
      .waitFor();
    const coming = page.waitForEvent("download");
    await link.click();
    const file = await coming;
    assert.equal(file.suggestedFilename(), "Convention d’été (signée).pdf");
    assert.deepEqual(await readFile(await file.path()), PDF);
    await box(page, "scan").setInputFiles(pdf("Avenant.pdf"));
    await slot(page, "scan")
      .getByRole("link", { name: /Avenant\.pdf/ })
      .waitFor();
    await toasts(page).getByRole("button", { name: "Annuler" }).last().click();
    await link.waitFor();
    await toasts(page).getByText("Convention d’été (signée).pdf est de retour").waitFor();
    await slot(page, "scan")
      .getByRole("button", { name: /^Retirer/ })
      .click();
    await toasts(page).getByText("Convention d’été (signée).pdf a été retiré").waitFor();
    assert.equal(await value("scan"), null);
    await toasts(page).getByRole("button", { name: "Annuler" }).last().click();
    await link.waitFor();
    assert.equal((await value("scan")).size, PDF.length);
    await end();
  },

  async "a picture is dropped, seen on the record and in the list, and found by its absence"(
    browser,
  ) {
    const { page, name, at, value, end } = await member(browser);
    await page.goto(at);
    await box(page, "portrait").waitFor();
    await drop(page, slot(page, "portrait").locator("dd div div"), picture("Emblème.png", 60, 40));
    const seen = page.getByRole("img", {
      name: "Emblème officiel du groupement\u00a0: Emblème.png",
    });
    await seen.waitFor();
    await until("the picture is drawn", () => seen.evaluate((it) => it.naturalWidth === 60));
    assert.equal((await value("portrait")).type, "image/png");
    await assertAccessible(page, "a record with a picture");
    const list = (filter) =>
      page.goto(
        `${HOME}/e/commitment?filter=${encodeURIComponent(`name == "${name}" && ${filter}`)}`,
      );
    await list("portrait != null");
    const cell = page.locator("main tbody img");
    await until("the small picture is drawn", () => cell.evaluate((it) => it.naturalWidth === 60));
    await assertAccessible(page, "a list with pictures");
    await page.getByRole("button", { name: /^Retirer le filtre Emblème/ }).waitFor();
    await list("portrait == null");
    await page.locator("main h2").waitFor();
    await end();
  },

  async "what will not do is said at the field, by the page and by the server"(browser) {
    const { page, at, value, complaints, end } = await member(browser);
    await page.goto(at);
    await box(page, "scan").waitFor();
    const said = slot(page, "scan").getByRole("alert");
    await box(page, "scan").setInputFiles({
      ...pdf("lourd.pdf"),
      buffer: Buffer.concat([PDF, Buffer.alloc(100_000)]),
    });
    await said.getByText(/c’est plus que/).waitFor();
    await box(page, "scan").setInputFiles({
      name: "a.zip",
      mimeType: "application/zip",
      buffer: Buffer.from("PK"),
    });
    await said.getByText(/n’est pas admis ici/).waitFor();
    await assertAccessible(page, "a file that will not do");
    // The name and what the browser says of it are not believed.
    const told = page.waitForResponse((answer) => answer.url().includes("/files/portrait"));
    await box(page, "portrait").setInputFiles({
      ...picture("faux.png", 1, 1),
      buffer: Buffer.from("<svg/>"),
    });
    assert.equal((await told).status(), 415);
    await slot(page, "portrait").getByRole("alert").waitFor();
    assert.equal(await value("portrait"), null);
    await page.route("**/files/scan", (route) => route.abort());
    await box(page, "scan").setInputFiles(pdf("coupé.pdf"));
    await said.getByText("la liaison a été coupée").waitFor();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    // The browser tells of a line that was cut.
    assert.deepEqual(complaints.splice(0), ["Failed to load resource: net::ERR_FAILED"]);
    await box(page, "scan").setInputFiles(pdf("coupé.pdf"));
    await slot(page, "scan")
      .getByRole("link", { name: /coupé\.pdf/ })
      .waitFor();
    assert.equal(await said.count(), 0);
    await end();
  },

  async "two people put a file into the same place, and the second one learns of it"(browser) {
    const { page, id, at, end } = await member(browser);
    await page.goto(at);
    await box(page, "scan").waitFor();
    const status = await page.evaluate(
      async ([path, name]) => {
        const answer = await fetch(path, {
          method: "PUT",
          body: new Blob(["%PDF-1.4 other"]),
          headers: {
            "X-Requested-With": "entente",
            "Content-Type": "application/octet-stream",
            "Content-Disposition": `attachment; filename="${name}"`,
            "If-Match": "*",
          },
        });
        return answer.status;
      },
      [`${DATA}/${id}/files/scan`, "autre.pdf"],
    );
    assert.equal(status, 200);
    await box(page, "scan").setInputFiles(pdf("le-mien.pdf"));
    await slot(page, "scan")
      .getByRole("alert")
      .getByText(/autre\.pdf/)
      .waitFor();
    await box(page, "scan").setInputFiles(pdf("le-mien.pdf"));
    await slot(page, "scan")
      .getByRole("link", { name: /le-mien\.pdf/ })
      .waitFor();
    await end();
  },

  async "a form keeps files until the record is there, by keys, on a phone, in English"(browser) {
    const taste = { language: "en", theme: "dark", width: 360 };
    const { page, end } = await member(browser, taste);
    await page.goto(`${HOME}/e/commitment/new`);
    await page.getByLabel(/^Administrative registration/).fill(`Form-${Date.now()}`);
    await (await chooserByKey(page, page.getByLabel(/^Signed agreement/))).setFiles(
      pdf("signed.pdf"),
    );
    await page.getByText("signed.pdf").waitFor();
    await page.getByLabel(/^Official emblem/).setInputFiles(picture("emblem.png", 8, 8));
    await page.getByText("emblem.png").waitFor();
    await assertUncut(page, "a form with files");
    await assertAccessible(page, "a form with files");
    // One of the two does not arrive: the record is there, and says what is missing.
    await page.route("**/files/portrait", (route) => route.fulfill({ status: 503, body: "{}" }));
    await page.getByRole("main").getByRole("button", { name: "Create" }).click();
    await page.waitForURL(/\/commitment\/[0-9a-f-]{36}$/);
    await toasts(page)
      .getByText(/The record is there, but “emblem\.png” could not be sent/)
      .waitFor();
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await slot(page, "scan")
      .getByRole("link", { name: /signed\.pdf/ })
      .waitFor();
    await box(page, "portrait").setInputFiles(picture("emblem.png", 8, 8));
    await slot(page, "portrait").getByRole("img").waitFor();
    await assertUncut(page, "a record with files");
    await assertAccessible(page, "a record with files on a phone");
    await ask(page, `${DATA}/${page.url().split("/").at(-1)}`, { method: "DELETE" });
    await end();
  },
};
