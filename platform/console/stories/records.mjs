import assert from "node:assert/strict";
import { assertAccessible } from "./support/axe.mjs";
import { visitor } from "./support/browser.mjs";
import { house } from "./support/house.mjs";
import { pressFor, rested, until } from "./support/rest.mjs";
import { ask, signedIn } from "./support/signing.mjs";
import { trial, trialMember } from "./support/trial.mjs";

const DATA = "/t/horizon/api/v1/data";
const NAME = "Récit";

/** A member of this story's own, as it was before. */
async function member(page, firstName, values = {}) {
  await page.goto(`${house}/t/horizon/`);
  await page.locator("main").waitFor();
  const filter = encodeURIComponent(`first_name == "${firstName}" && last_name == "${NAME}"`);
  const { data } = await ask(page, `${DATA}/person?filter=${filter}&fields=last_name&limit=1`);
  const whole = { first_name: firstName, last_name: NAME, phone: "+33261918001", ...values };
  const [there] = data;
  return there === undefined
    ? (await ask(page, `${DATA}/person`, { method: "POST", body: { values: whole } })).id
    : (await ask(page, `${DATA}/person/${there.id}`, { method: "PATCH", body: { values: whole } }))
        .id;
}

async function open(page, id, name) {
  await page.goto(`${house}/t/horizon/e/person/${id}`);
  await page.getByRole("heading", { level: 1, name }).waitFor();
}

async function write(page, label, text) {
  await page.getByRole("button", { name: label }).click();
  await page.locator("main [data-field] :is(input, textarea):focus").waitFor();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

const field = (page, name) => page.locator(`main [data-field="${name}"]`);
const toasts = (page) => page.getByRole("region", { name: "Messages" });

export const stories = {
  async "an agent finds a member, edits in place, logs a call, adds a contract with a new broker"(
    browser,
  ) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-agent");
    await member(page, "Ondine");
    const filter = encodeURIComponent(`first_name == "Ondine" && last_name == "${NAME}"`);
    await page.goto(`${house}/t/horizon/e/person?filter=${filter}`);
    await page
      .getByRole("link", { name: /Ondine/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: `Ondine ${NAME}` }).waitFor();
    await assertAccessible(page, "a record");
    await editsInPlace(page);
    await logsACall(page);
    await addsAContract(page);
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "two agents write the same field, and the second one decides"(browser) {
    const first = await signedIn(browser, "horizon-agent");
    const second = await signedIn(browser, "both-agent");
    const id = await member(first.page, "Colin");
    await open(first.page, id, `Colin ${NAME}`);
    await open(second.page, id, `Colin ${NAME}`);
    await write(first.page, "Modifier : Téléphone", "+33 2 61 91 80 02");
    await first.page
      .getByRole("status")
      .getByText(/Enregistré à/)
      .waitFor();
    await write(second.page, "Modifier : Téléphone", "+33 2 61 91 80 03");
    const notice = second.page.getByRole("region", { name: /changé entre-temps/ });
    await notice.getByText("+33 2 61 91 80 02").waitFor();
    await notice.getByText("+33 2 61 91 80 03").waitFor();
    await assertAccessible(second.page, "a conflict");
    await notice.getByRole("button", { name: "Garder la vôtre" }).click();
    await notice.waitFor({ state: "detached" });
    await field(second.page, "phone").getByText("+33 2 61 91 80 03").waitFor();
    await write(first.page, "Modifier : Téléphone", "+33 2 61 91 80 04");
    const other = first.page.getByRole("region", { name: /changé entre-temps/ });
    await other.getByRole("button", { name: "Prendre la leur" }).click();
    await field(first.page, "phone").getByText("+33 2 61 91 80 03").waitFor();
    // What the other one changed elsewhere does not stand in the way.
    await write(second.page, "Modifier : Prénom", "Colin-Luc");
    await second.page.getByRole("heading", { level: 1, name: `Colin-Luc ${NAME}` }).waitFor();
    await write(first.page, "Modifier : Téléphone", "+33 2 61 91 80 05");
    await first.page.getByRole("heading", { level: 1, name: `Colin-Luc ${NAME}` }).waitFor();
    await field(first.page, "phone").getByText("+33 2 61 91 80 05").waitFor();
    await ask(first.page, `${DATA}/person/${id}`, {
      method: "PATCH",
      body: { values: { first_name: "Colin" } },
    });
    assert.deepEqual([...first.complaints, ...second.complaints], []);
    await first.leave();
    await second.leave();
  },

  async "a record on a phone, in English and in the dark"(browser) {
    const taste = { language: "en", theme: "dark", width: 360 };
    const { page, complaints, leave } = await signedIn(browser, "horizon-agent", taste);
    const id = await member(page, "Perla");
    await open(page, id, `Perla ${NAME}`);
    await write(page, "Edit Phone", "not a number");
    const box = page.getByLabel("Phone", { exact: true });
    await page.locator("main [aria-invalid=true]").waitFor();
    assert.equal(await box.inputValue(), "not a number", "what was refused keeps its text");
    await assertAccessible(page, "a refused value");
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "Timeline" }).click();
    await page.getByRole("button", { name: "Note", exact: true }).click();
    await page.getByLabel("Title of the note").fill("Prefers letters");
    await page.getByRole("button", { name: "Add the note" }).click();
    await toasts(page).getByText("Note added").waitFor();
    await page.getByRole("link", { name: "Prefers letters" }).first().waitFor();
    await assertAccessible(page, "a timeline");
    await staysWithin(page);
    await page.getByRole("tab", { name: /^Contracts/ }).click();
    await page.getByRole("button", { name: "New contract" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Create" }).click();
    await page.getByRole("dialog").getByText("A value is expected here.").waitFor();
    await assertAccessible(page, "a form with problems");
    await staysWithin(page);
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "a tab of a record is an address that can be gone back from, sent and opened"(browser) {
    const { context, page, complaints, leave } = await signedIn(browser, "horizon-agent");
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const id = await member(page, "Reliure");
    await open(page, id, `Reliure ${NAME}`);
    const whole = page.url();
    await page.getByRole("tab", { name: /^Contrats/ }).click();
    await page.waitForURL(`${whole}?tab=contracts`);
    await page.getByRole("button", { name: "Autres actions" }).click();
    await page.getByRole("button", { name: "Copier le lien" }).click();
    await toasts(page).getByText("Lien copié").waitFor();
    const sent = await page.evaluate(() => navigator.clipboard.readText());
    assert.equal(sent, `${whole}?tab=contracts`);
    await page.goBack();
    await page.getByRole("tab", { name: "Détail", selected: true }).waitFor();
    await page.goto(sent);
    await page.getByRole("tab", { name: /^Contrats/, selected: true }).waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "a record by keyboard alone"(browser) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-agent");
    const id = await member(page, "Tabea", { language: "fr" });
    await open(page, id, `Tabea ${NAME}`);
    const box = field(page, "first_name").locator("input:focus");
    await pressFor(page, "e", box);
    await page.keyboard.type("Tabitha");
    await page.keyboard.press("Escape");
    await field(page, "first_name").locator("button:focus").waitFor();
    await pressFor(page, "e", box);
    await page.keyboard.type("Tabitha");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: `Tabitha ${NAME}` }).waitFor();
    // The focus is back where it was.
    await field(page, "first_name").locator("button:focus").waitFor();
    for (let step = 0; step < 3; step += 1) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await field(page, "language").locator("input:focus").waitFor();
    await page.keyboard.type("angl");
    await page.getByRole("option", { name: "Anglais" }).waitFor();
    await page.keyboard.press("Enter");
    await field(page, "language").getByText("Anglais").waitFor();
    await page.getByRole("tab", { name: "Détail" }).focus();
    await page.keyboard.press("ArrowRight");
    await page.getByRole("tabpanel", { name: /Contrats/ }).waitFor();
    await ask(page, `${DATA}/person/${id}`, {
      method: "PATCH",
      body: { values: { first_name: "Tabea" } },
    });
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "what goes to the bin comes back by undoing"(browser) {
    const { page, complaints, leave } = await signedIn(browser, "horizon-admin");
    const id = await member(page, "Revenue");
    await open(page, id, `Revenue ${NAME}`);
    await page.getByRole("button", { name: "Autres actions" }).click();
    await page.getByRole("button", { name: "Mettre à la corbeille" }).click();
    await toasts(page)
      .getByText(/est dans la corbeille/)
      .waitFor();
    await page.getByRole("heading", { level: 1, name: "Personnes" }).waitFor();
    await toasts(page).getByRole("button", { name: "Annuler" }).click();
    await page.getByRole("heading", { level: 1, name: `Revenue ${NAME}` }).waitFor();
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "a record shows a field only while the definition says so"(browser) {
    const { page, complaints, leave } = await visitor(browser, {
      state: await trialMember(browser),
    });
    await page.goto(`${house}/t/${trial}/`);
    await page.locator("main section li").first().waitFor();
    const data = `/t/${trial}/api/v1/data/commitment`;
    const body = { values: { code: `C-${Date.now()}`, name: "Convention à condition" } };
    const { id } = await ask(page, data, { method: "POST", body });
    await page.goto(`${house}/t/${trial}/e/commitment/${id}`);
    await field(page, "ceiling").waitFor();
    await field(page, "renewal").waitFor({ state: "detached" });
    await page.getByRole("button", { name: /^Modifier : Nature/ }).click();
    await field(page, "guarantee").locator("input:focus").waitFor();
    await page.keyboard.type("décennale");
    await page.getByRole("option", { name: /décennale/ }).waitFor();
    await page.keyboard.press("Enter");
    await field(page, "renewal").waitFor();
    await ask(page, `${data}/${id}`, { method: "DELETE" });
    assert.deepEqual(complaints, []);
    await leave();
  },

  async "a record that is not there says so and leads back"(browser) {
    const { page, leave } = await signedIn(browser, "horizon-agent");
    await page.goto(`${house}/t/horizon/e/contract/01a210eb-5857-7ad4-8972-2ac7dbad95f9`);
    await page.getByRole("heading", { level: 1, name: /n’existe pas/ }).waitFor();
    await assertAccessible(page, "a missing record");
    await page.getByRole("link", { name: "Voir les contrats" }).click();
    await page.getByRole("heading", { level: 1, name: "Contrats" }).waitFor();
    await leave();
  },
};

async function editsInPlace(page) {
  await write(page, "Modifier : Téléphone", "02 61 91 80 09");
  await toasts(page).getByText("Téléphone modifié").waitFor();
  await field(page, "phone").getByText("+33 2 61 91 80 09").waitFor();
  await toasts(page).getByRole("button", { name: "Annuler" }).last().click();
  await field(page, "phone").getByText("+33 2 61 91 80 01").waitFor();
}

async function logsACall(page) {
  await page.getByLabel("Objet de l’appel").fill("Question sur la franchise");
  await page.getByLabel("Compte rendu").fill("Rappeler jeudi.");
  await page.getByRole("button", { name: "Consigner l’appel" }).click();
  await toasts(page).getByText("Appel consigné").waitFor();
  await page.getByRole("link", { name: "Question sur la franchise" }).first().waitFor();
}

async function addsAContract(page) {
  const stamp = Date.now().toString(36).toUpperCase();
  await page.getByRole("tab", { name: /^Contrats/ }).click();
  await page.getByRole("button", { name: "Ajouter aux contrats" }).click();
  const form = page.getByRole("dialog", { name: "Ajouter aux contrats" });
  await form.getByRole("button", { name: "Créer" }).click();
  await form.getByText("Une valeur est attendue ici.").waitFor();
  await until("the first problem has the focus", () =>
    form.getByLabel("Numéro").evaluate((it) => it === document.activeElement),
  );
  await form.getByLabel("Numéro").fill(`R-${stamp}`);
  await form.getByLabel("Apporteur").fill(`Courtage ${stamp}`);
  await page.getByRole("option", { name: /aux organisations/ }).click();
  const aside = page.getByRole("dialog", { name: "Ajouter aux organisations" });
  await holds(aside.getByLabel("Nom obligatoire"), `Courtage ${stamp}`);
  await assertAccessible(page, "a form upon a form");
  await aside.getByRole("button", { name: "Créer" }).click();
  await aside.waitFor({ state: "detached" });
  await holds(form.getByLabel("Apporteur"), `Courtage ${stamp}`);
  await form.getByRole("button", { name: "Créer" }).click();
  await form.waitFor({ state: "detached" });
  await page.getByRole("link", { name: `R-${stamp}` }).click();
  await page.getByRole("heading", { level: 1, name: `R-${stamp}` }).waitFor();
  await field(page, "broker").getByText(`Courtage ${stamp}`).waitFor();
  await page.getByRole("button", { name: "Passer à « En cours »" }).click();
  await toasts(page).getByText("Statut modifié").waitFor();
  await assertAccessible(page, "a record with stages");
}

function holds(box, text) {
  return until(`a box holds ${text}`, async () => (await box.inputValue()) === text);
}

/** Nothing on the page is wider than the page. */
async function staysWithin(page) {
  await rested(page);
  const beyond = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  assert.equal(beyond, 0, "no scrolling sideways");
}
