import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { FieldOf } from "@/fields/definition";
import { writeCondition } from "@/fields/filters";
import { showField } from "@/testing/show-field";
import { Input } from "./input";

const options = {
  bio: { label: { fr: "Biologique", en: "Organic" }, color: "green" },
  local: { label: { fr: "Local", en: "Local" } },
  old: { label: { fr: "Ancien", en: "Old" }, retired: true },
};
const field = {
  name: "tags",
  kind: "multi_choice",
  label: "Tags",
  options,
} as unknown as FieldOf<"multi_choice">;

test("shows a badge for each option", () => {
  expect(showField("multi_choice", ["bio", "old"], { options }).textContent).toBe(
    "BiologiqueAncien",
  );
});

test("offers what is not retired, and keeps what is chosen in declared order", () => {
  const onChange = vi.fn();
  render(<Input id="tags" tenant="t" field={field} value={["local"]} onChange={onChange} />);
  expect(screen.getAllByRole("checkbox")).toHaveLength(2);
  fireEvent.click(screen.getByLabelText(/Biologique|Organic/));
  expect(onChange).toHaveBeenCalledWith(["bio", "local"]);
  fireEvent.click(screen.getByLabelText("Local"));
  expect(onChange).toHaveBeenLastCalledWith(null);
});

test("asks whether an option is among those of a record", () => {
  const asked = { kind: "multi_choice", path: "tags", operands: ["bio"] } as const;
  expect(writeCondition({ ...asked, operator: "has", operands: ["bio"] })).toBe('"bio" in tags');
  expect(writeCondition({ ...asked, operator: "has_not", operands: ["bio"] })).toBe(
    '!("bio" in tags)',
  );
});
