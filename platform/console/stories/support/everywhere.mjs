import { assertAccessible } from "./axe.mjs";
import { assertFits } from "./fits.mjs";
import { assertUncut } from "./uncut.mjs";

const WIDTHS = [1440, 768, 360];
const JUDGED = [1440, 360];
const PHONE = 360;

/** Judges a page as it stands, at every width and, at the widest and the narrowest, in both themes. */
export async function assertEverywhere(page, name, widths = WIDTHS) {
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    await assertFits(page, `${name} at ${width}`);
    if (width === PHONE) {
      await assertUncut(page, `${name} at ${width}`);
    }
    if (JUDGED.includes(width)) {
      // Each width begins in the theme in which the last one ended.
      for (const colorScheme of width === 1440 ? ["light", "dark"] : ["dark", "light"]) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await assertAccessible(page, `${name} at ${width}, ${colorScheme}`);
      }
    }
  }
}
