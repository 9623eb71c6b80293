import assert from "node:assert/strict";
import { rested } from "./rest.mjs";

/**
 * Where words may be cut though a phone is narrow, each with its reason. A cell and a head of a table
 * stand in a column that scrolls sideways, and say all in their title. The body of a happening is told
 * in two lines; its own page says all of it.
 */
const EXCUSED = { table: ["td", "th"], excerpt: "[data-excerpt]" };

/** Refuses words that a narrow page cuts: titles, buttons, labels, names, placeholders. */
export async function assertUncut(page, where) {
  await rested(page);
  assert.deepEqual(await page.evaluate(cut, EXCUSED), [], where);
}

/** Runs in the page. */
function cut(excused) {
  const ROUNDING = 1;
  const ARROW = 16;
  const brush = document.createElement("canvas").getContext("2d");
  const isSeen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.clientWidth > 1 &&
    getComputedStyle(element).fontSize !== "0px";
  /** Whether words stand in it itself: only such a box can lack height for them. */
  const speaks = (element) =>
    [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue.trim());
  const isExcused = (element) =>
    element.closest(excused.excerpt) !== null ||
    excused.table.some((kind) => {
      const cell = element.closest(kind);
      return cell?.querySelector("[title]") ?? cell?.hasAttribute("title");
    });
  const told = ({ textContent, localName, className }) =>
    `${localName}.${className} "${textContent.trim().slice(0, 60)}"`;

  const clipped = (element) => {
    const { overflowX, overflowY } = getComputedStyle(element);
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
    const hides = (overflow) => overflow === "hidden" || overflow === "clip";
    return (
      (hides(overflowX) && scrollWidth > clientWidth + ROUNDING) ||
      (hides(overflowY) && speaks(element) && scrollHeight > clientHeight + ROUNDING)
    );
  };
  const words = [...document.body.querySelectorAll("*")].filter(
    (element) => element.textContent.trim() !== "" && isSeen(element) && clipped(element),
  );

  const room = (field) => {
    const { paddingLeft, paddingRight } = getComputedStyle(field);
    return field.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  };
  const wide = (field, text) => {
    const style = getComputedStyle(field);
    brush.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
    brush.letterSpacing = style.letterSpacing;
    return brush.measureText(text).width;
  };
  const hints = [...document.querySelectorAll("input[placeholder]")].filter(
    (field) => isSeen(field) && wide(field, field.placeholder) > room(field) + ROUNDING,
  );
  const choices = [...document.querySelectorAll("select")].filter(
    (field) =>
      isSeen(field) &&
      wide(field, field.selectedOptions[0]?.label ?? "") > room(field) - ARROW + ROUNDING,
  );
  return [
    ...words.filter((element) => !isExcused(element)).map(told),
    ...hints.map(({ placeholder }) => `placeholder "${placeholder}"`),
    ...choices.map(({ selectedOptions }) => `choice "${selectedOptions[0].label}"`),
  ];
}
