import i18next from "i18next";
import { plainValue } from "@/fields/field-value";
import { read, tenantPath } from "@/lib/client";
import { problemOf } from "@/lib/problem";
import type { Page, Row } from "@/lib/record";
import { say } from "@/ui/toasts";
import type { Column } from "@/views/table/columns";
import type { List } from "./use-list";

const PAGE = 1_000;
const MARK = "\ufeff";

/** Saves the whole list as one sees it: its columns, its filter, its order. */
export async function exportList(list: List): Promise<void> {
  const { tenant, entity, selection } = list;
  const { fields, filter, sort } = selection;
  const rows: Row[] = [];
  try {
    let cursor: string | undefined;
    do {
      const page: Page = await read<Page>(tenantPath(tenant, `data/${entity.name}`), {
        parameters: { fields: fields.join(","), filter, sort: sort.join(","), limit: PAGE, cursor },
      });
      rows.push(...page.data);
      cursor = page.page.next ?? undefined;
    } while (cursor !== undefined);
    saveCsv(list, rows);
  } catch (error) {
    const { detail, title } = problemOf(error);
    say({ said: detail ?? title, failed: true });
  }
}

export function saveCsv(list: List, rows: Row[]) {
  download(`${list.entity.name}.csv`, MARK + csvOf(list, rows));
  say({ said: i18next.t("listing.exported", { count: rows.length }) });
}

/** One line for each record; French spreadsheets expect semicolons. */
export function csvOf({ columns, format }: Pick<List, "columns" | "format">, rows: Row[]): string {
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

function download(name: string, text: string) {
  const address = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
