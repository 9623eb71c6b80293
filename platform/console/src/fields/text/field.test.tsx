import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("shows the text", () => {
  expect(showField("text", "Multirisque").textContent).toBe("Multirisque");
});

test("shows a dash that is said as empty", () => {
  expect(showField("text", null).textContent).toBe("—vide");
});
