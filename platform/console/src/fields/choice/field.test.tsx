import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";
import { markOf } from "./mark";

const options = {
  active: { label: { fr: "En cours", en: "Active" }, color: "green" },
  monthly: { label: { fr: "Mensuel", en: "Monthly" } },
};

test("shows a coloured option as a badge with its word", () => {
  const shown = showField("choice", "active", { options, name: "status" });
  expect(shown.textContent).toBe("En cours");
  expect(shown.querySelector("[data-tint=green] svg")).not.toBeNull();
});

test("shows an option without colour as its word", () => {
  const shown = showField("choice", "monthly", { options, language: "en" });
  expect(shown.innerHTML).toBe("Monthly");
});

test("shows an option that the model no longer knows by its name", () => {
  expect(showField("choice", "gone", { options }).textContent).toBe("gone");
});

test("marks statuses by their word, then by their colour, and nothing else", () => {
  expect(markOf("status", "suspended", { color: "amber" })).toBe("paused");
  expect(markOf("status", "filed", { color: "green" })).toBe("fine");
  expect(markOf("status", "filed", {})).toBe("open");
  expect(markOf("country", "active", { color: "green" })).toBeUndefined();
});
