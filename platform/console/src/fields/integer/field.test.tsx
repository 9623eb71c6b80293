import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("groups digits with a no-break space in French and a comma in English", () => {
  expect(showField("integer", 12483).textContent).toBe("12\u00a0483");
  expect(showField("integer", 12483, { language: "en" }).textContent).toBe("12,483");
});

test("lets a zero step back", () => {
  expect(showField("integer", 0).querySelector(".faint")).not.toBeNull();
  expect(showField("integer", 1).querySelector(".faint")).toBeNull();
});
