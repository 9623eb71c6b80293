import { MantineProvider } from "@mantine/core";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import type { FieldOf } from "@/fields/definition";
import { writeCondition } from "@/fields/filters";
import { dispositionOf } from "@/lib/files";
import { formatIn } from "@/lib/format";
import { showField } from "@/testing/show-field";
import { limitsOf, refusalOf, sizeIn } from "./check";
import { Input } from "./input";

const there = { name: "Bail.pdf", type: "application/pdf", size: 2_400_000, sha256: "a" };
const field = {
  name: "scan",
  kind: "file",
  label: "Bail",
  max_size: 5_000_000,
  accept: ["application/pdf", "image/*"],
} as FieldOf<"file">;
const format = formatIn("fr");

test("shows the name of a file, and a dash without one", () => {
  expect(showField("file", there).textContent).toBe("Bail.pdf");
  expect(showField("file", null).textContent).toBe("—vide");
});

test("tells sizes as people say them", () => {
  expect(sizeIn(format, 2_400_000)).toBe("2,4\u00a0Mo");
  expect(sizeIn(formatIn("en"), 12_300)).toBe("12 kB");
  expect(limitsOf(field, format)).toBe("PDF, images, 5\u00a0Mo au plus");
});

test("refuses what is too large, empty or of another kind before it is sent", () => {
  const file = (size: number, type: string) => new File([new Uint8Array(size)], "x", { type });
  expect(refusalOf(field, file(10, "application/pdf"), format)).toBeUndefined();
  expect(refusalOf(field, file(10, "image/png"), format)).toBeUndefined();
  expect(refusalOf(field, file(10, ""), format)).toBeUndefined();
  expect(refusalOf(field, file(10, "text/html"), format)).toMatch(/PDF, images/);
  expect(refusalOf(field, file(0, "image/png"), format)).toMatch(/vide/);
  expect(refusalOf({ ...field, max_size: 9 }, file(10, "image/png"), format)).toMatch(
    /9\u00a0octets/,
  );
});

test("a chosen file waits, and can be taken back", () => {
  const onChange = vi.fn();
  const { rerender } = render(
    <MantineProvider>
      <Input id="scan" tenant="t" field={field} value={null} onChange={onChange} />
    </MantineProvider>,
  );
  const file = new File(["%PDF"], "Bail.pdf", { type: "application/pdf" });
  fireEvent.change(screen.getByLabelText(/choisir un fichier/), { target: { files: [file] } });
  const [[chosen]] = onChange.mock.calls as [[typeof there]];
  expect(chosen).toMatchObject({ name: "Bail.pdf", size: 4, file });
  rerender(
    <MantineProvider>
      <Input id="scan" tenant="t" field={field} value={chosen} onChange={onChange} />
    </MantineProvider>,
  );
  fireEvent.click(screen.getByRole("button", { name: /Retirer Bail.pdf/ }));
  expect(onChange).toHaveBeenLastCalledWith(null);
});

test("asks whether there is a file", () => {
  const asked = { kind: "file", path: "scan" } as const;
  expect(writeCondition({ ...asked, operands: [], operator: "empty" })).toBe("scan == null");
});

test("names of any letters travel whole, and no quote breaks out", () => {
  expect(dispositionOf("Café d’été (1).pdf")).toBe(
    "attachment; filename*=UTF-8''Caf%C3%A9%20d%E2%80%99%C3%A9t%C3%A9%20%281%29.pdf",
  );
  expect(dispositionOf(`a"'\r\n;b`)).toBe("attachment; filename*=UTF-8''a%22%27%0D%0A%3Bb");
});
