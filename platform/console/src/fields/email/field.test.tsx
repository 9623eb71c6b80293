import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("shows the address", () => {
  expect(showField("email", "odile@exemple.fr").textContent).toBe("odile@exemple.fr");
});
