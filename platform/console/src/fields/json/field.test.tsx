import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { FieldOf } from "@/fields/definition";
import { showField } from "@/testing/show-field";
import { Input } from "./input";

const field = { name: "more", kind: "json", label: "More" } as unknown as FieldOf<"json">;

test("shows the tree on one line", () => {
  expect(showField("json", { a: [1, null] }).textContent).toBe('{"a":[1,null]}');
});

test("gives what was typed only while it is JSON", () => {
  const onChange = vi.fn();
  render(<Input id="more" tenant="t" field={field} value={{ a: 1 }} onChange={onChange} />);
  const box = screen.getByRole("textbox");
  fireEvent.change(box, { target: { value: '{"a":' } });
  expect(onChange).not.toHaveBeenCalled();
  expect(box.getAttribute("aria-invalid")).toBe("true");
  fireEvent.change(box, { target: { value: '{"a":2}' } });
  expect(onChange).toHaveBeenLastCalledWith({ a: 2 });
  fireEvent.change(box, { target: { value: "" } });
  expect(onChange).toHaveBeenLastCalledWith(null);
});
