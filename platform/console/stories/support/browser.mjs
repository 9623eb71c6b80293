import { chromium } from "playwright-core";
import { house } from "./house.mjs";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** Debian's Chromium, headless; each visitor has an empty profile. */
export function openBrowser() {
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  return chromium.launch({ executablePath, headless: true, args: FLAGS });
}

/**
 * A person in front of an empty browser.
 * @param {import("playwright-core").Browser} browser
 * @param {{language?: "fr" | "en", theme?: "light" | "dark", width?: number, height?: number, state?: object}} [taste]
 */
export async function visitor(browser, taste = {}) {
  const {
    language = "fr",
    theme = "light",
    width = 1440,
    state,
    height = width < 720 ? 844 : 900,
  } = taste;
  const context = await browser.newContext({
    locale: language === "fr" ? "fr-FR" : "en-GB",
    colorScheme: theme,
    viewport: { width, height },
    reducedMotion: "reduce",
    timezoneId: "Europe/Paris",
    storageState: state,
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  return { context, page, complaints: complaintsOf(page), leave: () => context.close() };
}

/**
 * What the browser complains of on our own pages, a breach of the content security policy included.
 * That an answer was a refusal is not a fault of the page.
 */
function complaintsOf(page) {
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    const ours = message.location().url.startsWith(house) || message.location().url === "";
    const refused = /the server responded with a status of (4\d\d|503)/.test(message.text());
    if (message.type() === "error" && ours && !refused) {
      complaints.push(message.text());
    }
  });
  return complaints;
}
