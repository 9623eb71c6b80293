import { expect, test } from "vitest";
import { showField } from "@/testing/show-field";

test("shows the name of a picture where its bytes are not at hand", () => {
  const picture = { name: "Odile.png", type: "image/png", size: 10, sha256: "a" };
  expect(showField("image", picture).textContent).toBe("Odile.png");
});
