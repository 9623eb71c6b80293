import { afterEach, expect, test, vi } from "vitest";
import { read, tenantPath } from "./client";
import { isPassing, problemOf } from "./problem";

afterEach(() => vi.unstubAllGlobals());

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const asked = vi.fn(async () => new Response(JSON.stringify(body), { status, headers }));
  vi.stubGlobal("fetch", asked);
  return asked;
}

test("encodes parameters and leaves out those that are absent", async () => {
  const asked = answering(200, { data: [] });
  await read(tenantPath("lac", "data/contract"), {
    parameters: { filter: 'status == "a&b"', sort: "", cursor: undefined, limit: 50 },
  });
  expect(asked).toHaveBeenCalledWith(
    "/t/lac/api/v1/data/contract?filter=status%20%3D%3D%20%22a%26b%22&limit=50",
    expect.objectContaining({ credentials: "same-origin" }),
  );
});

test("throws the problem with the reference of the request", async () => {
  answering(404, { code: "not_found", title: "Introuvable" }, { "X-Request-Id": "7f3a" });
  const error = await read("api/v1/me").catch((thrown: unknown) => thrown);
  const expected = { status: 404, code: "not_found", title: "Introuvable", reference: "7f3a" };
  expect(problemOf(error)).toEqual(expected);
  expect(isPassing(problemOf(error))).toBe(false);
});

test("knows that a lost network passes", () => {
  expect(isPassing(problemOf(new TypeError("Failed to fetch")))).toBe(true);
});

test("leads someone who is not signed in to the sign-in page and back", async () => {
  answering(401, {});
  const assign = vi.fn();
  vi.stubGlobal("location", { pathname: "/t/lac/e/contract", search: "?view=mine", assign });
  await read("api/v1/me").catch(() => undefined);
  expect(assign).toHaveBeenCalledWith("/login?next=%2Ft%2Flac%2Fe%2Fcontract%3Fview%3Dmine");
});
