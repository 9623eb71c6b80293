import { visitor } from "./browser.mjs";
import { corpus } from "./corpus.mjs";
import { house } from "./house.mjs";
import { longModel } from "./long-model.mjs";
import { until } from "./rest.mjs";
import { ask, signIn } from "./signing.mjs";

/** A tenant of the stories' own, whose every text is out of the corpus or far too long. */
export const trial = "epreuve";
const HOME = `/t/${trial}`;
const API = `${HOME}/api/v1`;
const ADMIN = `admin@${trial}.example`;
const MEMBER = `${trial}-member`;
const CODE = { type: "text", max: 60, searchable: true, filterable: true };

let ready;

/** A browser's state in which a member called like a piece of the corpus is signed in. */
export function trialMember(browser) {
  ready ??= prepare(browser);
  return ready;
}

async function prepare(browser) {
  await as(browser, "operator", async (page) => {
    const title = { fr: said(0), en: said(1) };
    const body = { name: trial, title, packs: ["xrm"], admin: { email: ADMIN } };
    await ask(page, "/api/v1/platform/tenants", { method: "POST", body }).catch(onlyConflict);
  });
  await as(browser, ADMIN, async (page) => {
    await usable(page);
    await publish(page);
    const body = {
      username: MEMBER,
      email: `member@${trial}.example`,
      name: corpus[6],
      roles: ["administrator"],
    };
    await ask(page, `${API}/users`, { method: "POST", body }).catch(onlyConflict);
  });
  return as(browser, MEMBER, async (page, context) => {
    await usable(page);
    await fill(page);
    return context.storageState();
  });
}

async function as(browser, user, deed) {
  const { page, context, leave } = await visitor(browser);
  await signIn(page, user);
  const told = await deed(page, context);
  await leave();
  return told;
}

function onlyConflict(error) {
  if (!error.message.includes(": 409 ")) {
    throw error;
  }
}

async function usable(page) {
  await until(`${trial} is usable`, async () => (await page.request.get(`${house}${API}/me`)).ok());
}

async function publish(page) {
  const edits = Object.entries({ ...poisoned(), ...longModel }).map(([path, value]) => ({
    op: "put",
    path,
    value,
  }));
  const { id } = await ask(page, `${API}/meta/changesets`, {
    method: "POST",
    body: { title: said(2), edits },
  });
  await ask(page, `${API}/meta/changesets/${id}/apply`, { method: "POST", body: {} });
}

/** A piece of the corpus; they take turns. */
function said(turn) {
  return corpus[turn % corpus.length];
}

/** An entity whose labels, help, options, views, sections, rules and relations are all of the corpus. */
function poisoned() {
  let turn = 3;
  const text = () => {
    turn += 2;
    return { fr: said(turn), en: said(turn + 1) };
  };
  const field = (definition) => ({ ...definition, label: text(), help: text() });
  const options = Object.fromEntries(
    ["red", "amber", "green", "teal", "blue", "violet"].map((color) => [
      color,
      { label: text(), color },
    ]),
  );
  const fields = {
    code: field({ ...CODE, required: true, unique: true }),
    title: field({ type: "text", max: 300, searchable: true, filterable: true, tracked: true }),
    plain: field({ type: "long_text", format: "plain" }),
    rich: field({ type: "long_text", format: "rich" }),
    site: field({ type: "url" }),
    state: field({ type: "choice", options, tracked: true, filterable: true }),
    other: field({ type: "reference", to: "exam", related: "others", on_delete: "clear" }),
    amount: field({ type: "integer" }),
    scan: field({ type: "file" }),
    face: field({ type: "image" }),
  };
  const columns = ["title", "state", "plain", "rich", "site", "other", "code", "scan", "face"];
  const section = (...names) => ({ label: text(), columns: 2, fields: names });
  return {
    "entities/exam": {
      label: text(),
      plural: text(),
      traits: ["party", "contactable", "ownable"],
      name: "title",
      fields,
      views: {
        every: { label: text(), columns, sort: ["code"], kind: "table" },
        some: { label: text(), filter: 'state == "red"', columns, kind: "table" },
        constructor_: { label: text(), filter: "owner == me", columns, kind: "table" },
      },
      layout: {
        highlights: ["state", "other", "site"],
        tabs: [
          {
            label: text(),
            sections: [
              section("title", "code"),
              section("plain", "rich", "site"),
              section("scan", "face"),
            ],
          },
          { label: text(), sections: [section("state", "other", "amount", "email", "phone")] },
          { label: text(), related: ["others"] },
        ],
      },
    },
    "roles/tester": { label: text(), grants: [{ entity: "*", can: ["read"] }] },
  };
}

/** A record for each piece, all leading to the first; notes and calls about that one. */
async function fill(page) {
  const { data } = await ask(page, `${API}/data/exam?limit=2&fields=code`);
  if (data.length > 1) {
    return;
  }
  const body = { values: { code: "000", title: said(5), state: "red" } };
  const hub = data[0] ?? (await ask(page, `${API}/data/exam`, { method: "POST", body }));
  const about = { id: hub.id, entity: "exam" };
  const colors = ["red", "amber", "green", "teal", "blue", "violet"];
  await many(page, "exam", (piece, at) => ({
    code: String(at + 1).padStart(3, "0"),
    title: piece,
    plain: `${piece}\n${piece}`,
    rich: piece,
    site: `https://example.org/${encodeURIComponent(piece)}`,
    state: colors[at % colors.length],
    other: hub.id,
  }));
  await many(page, "note", (piece) => ({ subject: piece, body: piece, about }));
  await many(page, "interaction", (piece, at) => ({
    subject: piece,
    body: piece,
    with: about,
    kind: at % 2 === 0 ? "call" : "email",
    direction: "in",
  }));
  for (const title of corpus.slice(0, 8)) {
    await ask(page, `${API}/data/exam/${hub.id}`, { method: "PATCH", body: { values: { title } } });
  }
  const names = ["first", "second"].map((code) => ({
    code: `${code} ${"Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson ".repeat(1)}`.trim(),
    name: "Confédération interdépartementale des groupements d’assurances mutuelles agricoles",
    guarantee: "collective",
  }));
  await many(page, "commitment", (values) => values, names);
}

async function many(page, entity, valuesOf, pieces = corpus) {
  const { results } = await ask(page, `${API}/data/${entity}/batch`, {
    method: "POST",
    body: {
      atomic: true,
      operations: pieces.map((piece, at) => ({ op: "create", values: valuesOf(piece, at) })),
    },
  });
  const refused = results.filter(({ status }) => status >= 400);
  if (refused.length > 0) {
    throw new Error(`${entity}: ${JSON.stringify(refused[0])}`);
  }
}
