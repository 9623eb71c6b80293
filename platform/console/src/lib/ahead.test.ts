import { beforeEach, describe, expect, it } from "vitest";
import { answeredAhead, keepAhead } from "./ahead";

describe("what was asked for ahead", () => {
  beforeEach(() => window.localStorage.clear());

  it("is given once, and only when it is good", async () => {
    window.ahead = new Map([
      ["/a", Promise.resolve(new Response("1"))],
      ["/b", Promise.resolve(new Response("", { status: 403 }))],
      ["/c", Promise.reject(new Error("away"))],
    ]);
    expect(await (await answeredAhead("/a"))?.text()).toBe("1");
    expect(await answeredAhead("/a")).toBeUndefined();
    expect(await answeredAhead("/b")).toBeUndefined();
    expect(await answeredAhead("/c")).toBeUndefined();
  });

  it("is remembered for the latest places alone", () => {
    for (let place = 0; place < 30; place += 1) {
      keepAhead(`/${place}`, `/api/${place}`);
    }
    keepAhead("/20", "/api/other");
    const kept = JSON.parse(window.localStorage.getItem("entente.ahead") ?? "");
    expect(Object.keys(kept).length).toBe(24);
    expect(kept["/20"]).toBe("/api/other");
    expect(kept["/0"]).toBeUndefined();
  });
});
