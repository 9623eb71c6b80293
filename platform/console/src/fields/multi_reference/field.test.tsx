import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { FieldOf } from "@/fields/definition";
import { writeCondition } from "@/fields/filters";
import { showField } from "@/testing/show-field";
import { Input } from "./input";

const ada = { id: "1", entity: "person", label: "Ada" };
const bob = { id: "2", entity: "person", label: "Bob" };
const field = {
  name: "who",
  kind: "multi_reference",
  label: "Qui",
  to: "person",
} as FieldOf<"multi_reference">;

test("shows the names, and says which may not be seen", () => {
  const shown = showField("multi_reference", [ada, { id: "3", entity: "person" }], {
    to: "person",
  });
  expect(shown.textContent).toBe("AdaNon visible");
});

test("takes one out, and is empty without any", () => {
  const onChange = vi.fn();
  render(
    <MantineProvider>
      <QueryClientProvider
        client={new QueryClient({ defaultOptions: { queries: { enabled: false } } })}
      >
        <Input id="who" tenant="t" field={field} value={[ada, bob]} onChange={onChange} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: /Ada/ }));
  expect(onChange).toHaveBeenCalledWith([bob]);
});

test("asks whether a record is among them", () => {
  const asked = { kind: "multi_reference", path: "who", operands: ["1"] } as const;
  expect(writeCondition({ ...asked, operator: "has", operands: ["1"] })).toBe('"1" in who');
});
