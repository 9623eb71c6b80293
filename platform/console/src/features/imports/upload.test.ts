import { describe, expect, it } from "vitest";
import { cuts } from "./upload";

describe("a file", () => {
  it("is cut without a gap, and never in more parts than are taken", () => {
    for (const size of [0, 1, 10, 11, 999, 12_345]) {
      const parts = cuts(size, 10, 7);
      expect(parts.length).toBeLessThanOrEqual(7);
      expect(parts.map(({ number }) => number)).toEqual(parts.map((_, index) => index + 1));
      expect(parts[0]?.from).toBe(0);
      expect(parts.at(-1)?.to).toBe(size);
      parts.slice(1).forEach(({ from }, index) => {
        expect(from).toBe(parts[index]?.to);
      });
    }
  });
});
