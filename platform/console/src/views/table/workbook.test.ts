import { expect, test } from "vitest";
import { formatIn } from "@/lib/format";
import type { Row } from "@/lib/record";
import { entity, model } from "@/testing/model";
import { columnsOf } from "./columns";
import { sheetOf } from "./workbook";

const columns = columnsOf(model, entity("person"), ["first_name", "last_name", "phone"], "fr");
const format = formatIn("fr", "Europe/Paris");
const sheet = (values: Row["values"]) =>
  sheetOf({ columns, format }, [{ id: "1", entity: "person", version: 1, values }]);

test("texts stay texts, whatever they hold", () => {
  const text = sheet({
    first_name: '=1+1 <b>&"',
    last_name: "a\u0000b\ud800",
    phone: "+33261918001",
  });
  expect(text).toContain('<t xml:space="preserve">=1+1 &lt;b&gt;&amp;"</t>');
  expect(text).toContain('<t xml:space="preserve">ab</t>');
  expect(text).toContain('<t xml:space="preserve">+33 2 61 91 80 01</t>');
  expect(text).not.toContain("<f>");
});

test("figures and days can be counted with, too many digits stay as they are", () => {
  const kinds = [
    { kind: "integer", value: 12, cell: '<c s="0"><v>12</v></c>' },
    { kind: "decimal", value: "1234567890123456", cell: "inlineStr" },
    { kind: "percent", value: "0.125", cell: '<c s="3"><v>0.125</v></c>' },
    { kind: "money", value: { amount: "9.50", currency: "EUR" }, cell: '<c s="0"><v>9.50</v></c>' },
    { kind: "date", value: "2026-11-25", cell: '<c s="2"><v>46351</v></c>' },
  ] as const;
  for (const { kind, value, cell } of kinds) {
    const field = { name: "x", label: "X", kind };
    const column = {
      path: "x",
      heading: "X",
      field,
      width: 1,
      grows: false,
      align: "end",
      editable: false,
    } as const;
    const row = { id: "1", entity: "person", version: 1, values: { x: value } };
    expect(sheetOf({ columns: [column], format }, [row])).toContain(cell);
  }
});
