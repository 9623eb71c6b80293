import assert from "node:assert/strict";
import { rested } from "./rest.mjs";

/** Refuses a page that scrolls sideways, and words of heads and buttons that are cut for no need. */
export async function assertFits(page, where) {
  await rested(page);
  assert.deepEqual(await page.evaluate(unfitting), [], where);
}

/** Runs in the page. */
function unfitting() {
  const found = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    found.push(`the page is ${scrollWidth} wide in ${clientWidth}`);
  }
  /** A heading may be cut where its column is as wide as a heading makes one, and in the name's. */
  const WIDEST_HEADING = 216;
  for (const word of document.querySelectorAll("thead th .cut")) {
    const head = word.closest("th");
    const excused = head.offsetWidth >= WIDEST_HEADING || head.matches(":nth-child(2)");
    if (word.scrollWidth > word.clientWidth && !excused) {
      found.push(`head "${word.textContent}" is cut at ${head.offsetWidth}`);
    }
  }
  for (const button of document.querySelectorAll("button, [role=button], a.mantine-Button-root")) {
    const box = button.getBoundingClientRect();
    const named = button.closest("[title], thead, [data-cut]") !== null;
    const words = [button, ...button.querySelectorAll("*")].filter(
      (part) => part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 1,
    );
    const clipping = words.filter((part) => getComputedStyle(part).overflowX !== "visible");
    if (box.width > 1 && !named && clipping.length > 0) {
      found.push(`button "${button.textContent}" is cut at ${Math.round(box.width)}`);
    }
  }
  return found;
}
