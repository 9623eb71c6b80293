import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("shows the name, with a round face for people and a square one for organizations", () => {
  const person = showField("reference", { id: "1", entity: "person", label: "Odile Perrin" });
  expect(person.textContent).toBe("Odile Perrin");
  expect(person.querySelector("[data-shape=round]")?.getAttribute("data-letters")).toBe("OP");
  const firm = showField("reference", { id: "2", entity: "organization", label: "Aria" });
  expect(firm.querySelector("[data-shape=square]")).not.toBeNull();
});

test("says when the record may not be seen", () => {
  expect(showField("reference", { id: "1", entity: "person" }).textContent).toBe("Non visible");
});
