import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("says a French number in pairs and leaves others as they are", () => {
  expect(showField("phone", "+33612345678").textContent?.replaceAll("\u00a0", " ")).toBe(
    "+33 6 12 34 56 78",
  );
  expect(showField("phone", "+4930123456").textContent).toBe("+4930123456");
});
