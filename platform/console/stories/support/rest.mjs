import assert from "node:assert/strict";

const PATIENCE = 20_000;
const PAUSE = 50;

/** Asks again until the answer is yes. */
export async function until(what, look, patience = PATIENCE) {
  const end = performance.now() + patience;
  while (!(await look())) {
    assert.ok(performance.now() < end, `not in ${patience / 1000} s: ${what}`);
    await new Promise((later) => setTimeout(later, PAUSE));
  }
}

/** Waits until letters have their shapes, no colour is on its way and nothing changes its place. */
export function rested(page) {
  return page.evaluate(rest);
}

/** Presses a key until what it opens is there: a page may be seen before it hears. */
export async function pressFor(page, key, opened) {
  await until(`${key} opens ${opened}`, async () => {
    if (!(await opened.isVisible())) {
      await page.keyboard.press(key);
    }
    return opened
      .waitFor({ timeout: 1_000 })
      .then(() => true)
      .catch(() => false);
  });
}

/** Runs in the page. */
async function rest() {
  const ALIKE = 3;
  const MOST = 200;
  const SLOWEST = 250;
  const LONGEST = 5_000;
  const after = (time) => new Promise((later) => setTimeout(later, time));
  // A page that nothing is drawn of gets no frames.
  const frame = () => Promise.race([new Promise(requestAnimationFrame), after(SLOWEST)]);
  const shape = () => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    const boxes = ["main", "thead", "[role=dialog]"].map((name) => {
      const {
        x = 0,
        y = 0,
        width = 0,
        height = 0,
      } = document.querySelector(name)?.getBoundingClientRect() ?? {};
      return [x, y, width, height];
    });
    return [scrollWidth, scrollHeight, document.getElementsByTagName("*").length, ...boxes].join();
  };
  await document.fonts.ready;
  let before = "";
  for (let turn = 0, alike = 0; alike < ALIKE && turn < MOST; turn += 1) {
    await frame();
    const now = shape();
    alike = now === before ? alike + 1 : 0;
    before = now;
  }
  const finite = document
    .getAnimations()
    .filter((animation) => animation.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
  const ended = Promise.allSettled(finite.map((animation) => animation.finished));
  await Promise.race([ended, after(LONGEST)]);
}
