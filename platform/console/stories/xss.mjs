import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { visitor } from "./support/browser.mjs";
import { corpus } from "./support/corpus.mjs";
import { house } from "./support/house.mjs";
import { png } from "./support/picture.mjs";
import { pressFor, rested, until } from "./support/rest.mjs";
import { ask } from "./support/signing.mjs";
import { trial, trialMember } from "./support/trial.mjs";

const HOME = `${house}/t/${trial}`;
const LIST = `${HOME}/e/exam`;
const DATA = `/t/${trial}/api/v1/data`;

export const stories = Object.fromEntries(
  ["fr", "en"].map((language) => [
    `nothing out of the corpus runs, wherever it stands, in ${language}`,
    async (browser) => {
      const state = await trialMember(browser);
      const watched = await watching(browser, { language, state });
      for (const visit of [
        places,
        list,
        addresses,
        record,
        forms,
        files,
        attached,
        palette,
        deeds,
        wire,
      ]) {
        await visit(watched);
      }
      await watched.leave();
    },
  ]),
);

/** A visitor whose browser remembers all that must not happen. */
async function watching(browser, taste) {
  const { page, context, complaints, leave } = await visitor(browser, taste);
  const struck = [];
  page.on("dialog", (dialog) => {
    struck.push(`dialog ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on("popup", (popup) => struck.push(`popup ${popup.url()}`));
  page.on("request", (request) => {
    if (!/^(blob|data):/.test(request.url()) && !request.url().startsWith(`${house}/`)) {
      struck.push(`request ${request.url()}`);
    }
  });
  await context.addInitScript(() => {
    globalThis.breaches = [];
    document.addEventListener("securitypolicyviolation", (event) =>
      globalThis.breaches.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
    );
  });
  const quiet = async (where) => {
    const found = await page.evaluate(traces);
    assert.deepEqual([...struck, ...complaints, ...found], [], where);
  };
  return { page, quiet, leave, language: taste.language };
}

/** Runs in the page: marks, breaches of the policy, and elements that no page of ours has. */
function traces() {
  const found = [...globalThis.breaches];
  if ("struck" in globalThis || "struck" in {}) {
    found.push("struck");
  }
  for (const element of document.querySelectorAll("*")) {
    const handlers = element
      .getAttributeNames()
      .filter((name) => /^on|^srcdoc$|^formaction$/i.test(name));
    const foreign =
      /^(iframe|object|embed|foreignobject|math|marquee|animate|set|template|video|audio)$/i;
    const addresses = ["href", "src", "xlink:href", "action"].map(
      (name) => element.getAttribute(name) ?? "",
    );
    if (handlers.length > 0 || foreign.test(element.tagName)) {
      found.push(`<${element.tagName} ${handlers.join(" ")}>`);
    }
    if (addresses.some((address) => /^\s*(java\s*script|data|vbscript):/i.test(address))) {
      found.push(`${element.tagName} leads to ${addresses.join(" ")}`);
    }
  }
  return found;
}

async function go({ page, quiet }, address, wait = "main h1") {
  const answer = await page.goto(address);
  const policy = answer.headers()["content-security-policy"] ?? "";
  assert.match(policy, /default-src 'none'/, address);
  assert.doesNotMatch(policy, /unsafe-(inline|eval|hashes)/, address);
  assert.equal(answer.headers()["x-content-type-options"], "nosniff", address);
  if (answer.headers()["content-type"].startsWith("application/problem+json")) {
    return quiet(address);
  }
  assert.match(policy, /script-src 'nonce-/, address);
  await page
    .locator(wait)
    .first()
    .waitFor()
    .catch((error) => assert.fail(`${address}: ${error.message}`));
  await quiet(address);
}

async function places(watched) {
  const { page, quiet } = watched;
  await go(watched, `${HOME}/`, "main section li");
  await page
    .getByRole("button", { name: /^(Compte et préférences|Account and preferences)$/ })
    .click();
  await page.getByRole("dialog").waitFor();
  assert.ok((await page.getByRole("dialog").textContent()).includes(corpus[6]), "a user's name");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: /Changer d’espace|Switch workspace/ }).click();
  await page.getByRole("dialog").waitFor();
  await quiet("the tenants");
}

/** Each line of the list says what was sent, letter by letter. */
async function list(watched) {
  const { page, quiet } = watched;
  await go(watched, LIST, "main tbody:not(.late) tr");
  const seen = new Set();
  const expected = corpus.map((piece) => piece.normalize("NFC"));
  const scroll = page.locator("main section");
  await until("every piece stands in the list", async () => {
    for (const text of await page.locator("main tbody th").allTextContents()) {
      seen.add(text);
    }
    await scroll.first().evaluate((section) => section.scrollBy(0, section.clientHeight / 2));
    return expected.every((piece) => seen.has(piece));
  }).catch((error) =>
    assert.deepEqual(
      expected.filter((piece) => !seen.has(piece)),
      [],
      error.message,
    ),
  );
  await quiet("a list to its end");
  await page.getByRole("button", { name: /^(Colonnes|Columns)$/ }).click();
  await page.getByRole("dialog").waitFor();
  await quiet("the columns");
  await page.keyboard.press("Escape");
  for (const view of ["some", "constructor_"]) {
    await go(watched, `${LIST}?view=${view}`, "main :is(tbody:not(.late) tr, h2)");
  }
}

/** What anybody could put in a link that he sends. */
async function addresses(watched) {
  const shown = "main :is(tbody tr, h1, h2)";
  const turn = watched.language === "fr" ? 0 : 2;
  for (const [at, piece] of corpus.entries()) {
    if (at % 4 === turn) {
      const part = ["view", "filter", "sort"][at % 3];
      await go(watched, `${LIST}?${part}=${encodeURIComponent(piece)}`, shown);
    }
  }
  const filter = `title == ${JSON.stringify(corpus[0])} || contains(title, ${JSON.stringify(corpus[37])})`;
  await go(watched, `${LIST}?filter=${encodeURIComponent(filter)}`, shown);
  for (const piece of [
    "__proto__",
    "constructor",
    "<svg onload=globalThis.struck=1>",
    corpus[37],
  ]) {
    const said = encodeURIComponent(piece);
    await go(watched, `${HOME}/e/${said}`, shown);
    await go(watched, `${LIST}/${said}?tab=${said}`, shown);
  }
}

async function record(watched) {
  const { page, quiet } = watched;
  await go(watched, `${HOME}/`, "main section li");
  const { data } = await ask(page, `${DATA}/exam?limit=1&fields=title&sort=code`);
  const [hub] = data;
  await go(watched, `${LIST}/${hub.id}`);
  assert.equal(await page.locator("main h1").textContent(), hub.values.title);
  const more = page.getByRole("button", { name: /^(Afficher plus ancien|Show older)$/ });
  await page.locator("main ol li").first().waitFor();
  for (let turn = 0; turn < 5 && (await more.isVisible()); turn += 1) {
    const before = await page.locator("main ol li").count();
    await more.click();
    await page.waitForFunction(
      (count) => document.querySelectorAll("main ol li").length > count,
      before,
    );
  }
  const told = new Set(await page.locator("main ol li a").allTextContents());
  const lost = corpus.map((piece) => piece.normalize("NFC")).filter((piece) => !told.has(piece));
  assert.deepEqual(lost, [], "the timeline to its beginning");
  await quiet("a timeline");
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    await page.waitForLoadState("networkidle");
    await quiet("a tab");
  }
  const lines = await ask(page, `${DATA}/exam?limit=60&sort=-code&fields=title`);
  for (const { id, values } of lines.data.filter((_, at) => at % 10 === 0)) {
    await go(watched, `${LIST}/${id}`);
    assert.equal(await page.locator("main h1").textContent(), values.title);
    assert.equal(await page.title().then((title) => title.length > 0), true);
  }
}

/** Forms, what they offer, and why they refuse. */
async function forms(watched) {
  const { page, quiet } = watched;
  await go(watched, `${LIST}/new`, "main form");
  const boxes = page.locator("main form :is(input:not([type=checkbox]), textarea)");
  for (const [at, box] of (await boxes.all()).entries()) {
    await box.fill(corpus[(at * 5 + 1) % corpus.length]).catch(() => undefined);
    await rested(page);
    await quiet("a box being filled");
    await page.keyboard.press("Tab");
  }
  await page.locator("main form button[type=submit]").click();
  await page.locator("main [role=alert]").first().waitFor();
  await quiet("a refused form");
}

/** Files that are called so, whatever is in them. */
async function files(watched) {
  const { page, quiet } = watched;
  await go(watched, `${HOME}/import/exam`, "main h2");
  const box = page.locator("input[type=file]");
  for (const [at, piece] of corpus.entries()) {
    if (at % 3 === 0) {
      const text = `${corpus[(at + 1) % corpus.length]};Code\n${piece};1\n`;
      const buffer = Buffer.from(text);
      await box.setInputFiles({ name: `${piece}.csv`, mimeType: "text/csv", buffer });
      await page.locator("main label strong").filter({ hasText: ".csv" }).waitFor();
      await rested(page);
      await quiet(`a file called ${piece}`);
    }
  }
}

/** Files of a record that are called so; what would run as a page is fetched, never shown. */
async function attached(watched) {
  const { page, quiet, language } = watched;
  await go(watched, `${HOME}/`, "main section li");
  const body = { values: { code: `F-${language}-${Date.now()}`, title: corpus[5] } };
  const { id } = await ask(page, `${DATA}/exam`, { method: "POST", body });
  await go(watched, `${LIST}/${id}`);
  const slot = page.locator('main [data-field="scan"]');
  const page_ = Buffer.from(`<html><script>globalThis.struck=1</script><svg onload=alert(1)>`);
  for (const piece of corpus.filter((_, at) => at % 4 === 0)) {
    const name = `${piece}.html`;
    await slot.locator("input[type=file]").setInputFiles({
      name,
      mimeType: "text/html",
      buffer: page_,
    });
    // The server drops a path in front, and refuses letters that hide what a name says.
    await slot.locator(":is(a[download], [role=alert])").first().waitFor();
    await rested(page);
    await quiet(`a file of a record called ${piece}`);
  }
  const last = { name: `${corpus[5]}.html`, mimeType: "text/html", buffer: page_ };
  await slot.locator("input[type=file]").setInputFiles(last);
  await slot.getByRole("link", { name: new RegExp(escaped(corpus[5])) }).waitFor();
  const answer = await page.request.get(`${house}${DATA}/exam/${id}/files/scan`);
  const { "content-type": type, "content-disposition": kept } = answer.headers();
  assert.equal(type, "application/octet-stream");
  assert.match(kept, /^attachment/);
  assert.match(answer.headers()["content-security-policy"], /sandbox/);
  const picture = page.locator('main [data-field="face"]');
  await picture.locator("input[type=file]").setInputFiles({
    name: "face.svg.png",
    mimeType: "image/png",
    buffer: Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"),
  });
  await picture.getByRole("alert").waitFor();
  await quiet("a picture that is none");
  const face = { name: `${corpus[5]}.png`, mimeType: "image/png", buffer: png(32, 24) };
  await picture.locator("input[type=file]").setInputFiles(face);
  await picture.locator("img").waitFor();
  await quiet("a picture called so");
  const filter = encodeURIComponent(`id == "${id}"`);
  await go(watched, `${LIST}?filter=${filter}`);
  await quiet("a list of one with files");
  await ask(page, `${DATA}/exam/${id}`, { method: "DELETE" });
}

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

async function palette({ page, quiet }) {
  await page.goto(`${HOME}/`);
  await page.locator("main section li").first().waitFor();
  await pressFor(page, "Control+k", page.getByRole("combobox"));
  for (const piece of corpus.filter((_, at) => at % 6 === 0)) {
    await page.getByRole("combobox").fill(piece);
    await rested(page);
    await quiet(`the palette asked for ${piece}`);
  }
}

/** An edit and its undoing, a file of what was picked. */
async function deeds({ page, quiet, language }) {
  await page.goto(LIST);
  await page.locator("main tbody:not(.late) th").nth(5).waitFor();
  // The other language's story is at work in the same list: each has a line of its own.
  const cell = page.locator(`[data-spot="${language === "fr" ? 3 : 4}:3"]`);
  await cell.dblclick();
  await page.locator("main td[data-editing] :focus").waitFor();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.insertText(`${corpus[5]} ${Date.now()}`);
  await page.keyboard.press("Tab");
  const toasts = page.getByRole("region", { name: "Messages" });
  await toasts.getByRole("button", { name: /^(Annuler|Undo)$/ }).click();
  await quiet("an undone edit");
  for (const line of [0, 1, 2]) {
    await page.locator(`[data-spot="${line}:0"]`).check();
  }
  const coming = page.waitForEvent("download");
  await page
    .getByRole("toolbar")
    .getByRole("button", { name: /^(Exporter|Export)$/ })
    .click();
  await page.getByRole("button", { name: /CSV/ }).click();
  const file = await coming;
  assert.equal(file.suggestedFilename(), "exam.csv");
  const text = await readFile(await file.path(), "utf8");
  assert.equal(text.charAt(0), "\ufeff", language);
  assert.ok(text.includes(corpus[0]));
  await quiet("an export");
}

/** Answers of the API are never a page, whatever they repeat of what was asked. */
async function wire({ page, quiet }) {
  const asked = corpus.filter((_, at) => at % 4 === 0).map(encodeURIComponent);
  for (const piece of asked) {
    for (const query of [`cursor=${piece}`, `filter=${piece}`, `fields=${piece}`, `${piece}=1`]) {
      const answer = await page.request.get(`${house}${DATA}/exam?${query}`);
      const { "content-type": type, "x-content-type-options": sniff } = answer.headers();
      assert.match(type, /^application\/(problem\+)?json/, query);
      assert.equal(sniff, "nosniff", query);
    }
  }
  await quiet("the API");
}
