import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";
import { pointIn } from "./input";

test("shows latitude and longitude", () => {
  expect(showField("geo", { lat: 48.8566, lon: 2.3522 }).textContent).toBe("48.8566, 2.3522");
});

test("reads what maps give for copying, and nothing else", () => {
  expect(pointIn("48.8566, 2.3522")).toEqual({ lat: 48.8566, lon: 2.3522 });
  expect(pointIn("-33 151.2")).toEqual({ lat: -33, lon: 151.2 });
  expect(pointIn("48")).toBeUndefined();
  expect(pointIn("N48, E2")).toBeUndefined();
});
