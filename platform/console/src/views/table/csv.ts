import { plainValue } from "@/fields/field-value";
import type { Format } from "@/lib/format";
import type { Row } from "@/lib/record";
import type { Column } from "./columns";

/** What is written out: records as one sees them. */
export type Shown = { columns: Column[]; format: Format };

const MARK = "\ufeff";

/** One line for each record; French spreadsheets expect semicolons. */
export function csvOf({ columns, format }: Shown, rows: Row[]): string {
  const separator = format.language === "fr" ? ";" : ",";
  const lines = rows.map((row) =>
    columns.map(({ path, field }) =>
      FIGURES.has(field.kind)
        ? plainValue({ field, value: row.values[path], format })
        : harmless(plainValue({ field, value: row.values[path], format })),
    ),
  );
  return [columns.map(({ heading }) => harmless(heading)), ...lines]
    .map((line) => line.map(quoted).join(separator))
    .join("\r\n")
    .concat("\r\n");
}

export function csvFile(shown: Shown, rows: Row[]): Blob {
  return new Blob([MARK + csvOf(shown, rows)], { type: "text/csv;charset=utf-8" });
}

/** Kinds whose values hold nothing but a number, a day or a telephone's digits. */
const FIGURES = new Set<Column["field"]["kind"]>([
  "integer",
  "decimal",
  "money",
  "percent",
  "phone",
  "date",
  "date_time",
]);

/** A text that a spreadsheet would take for a formula stays a text, the wide signs of Asia's included. */
function harmless(text: string): string {
  return /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  const plain = text.replaceAll("\u00a0", " ");
  return /[",;\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
