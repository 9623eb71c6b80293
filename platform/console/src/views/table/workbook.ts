import { plainValue } from "@/fields/field-value";
import type { Row } from "@/lib/record";
import { type Entry, zipOf } from "@/lib/zip";
import type { Column } from "./columns";
import type { Shown } from "./csv";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const DAY = 86_400_000;
/** The day that spreadsheets count from. */
const FIRST_DAY = Date.UTC(1899, 11, 30);
/** Beyond fifteen digits a spreadsheet loses the last ones. */
const EXACT = /^-?\d{1,15}$|^-?(?=[\d.]{3,16}$)\d+\.\d+$/;
/** Places in `cellXfs` below. */
const STYLES = { plain: 0, heading: 1, day: 2, percent: 3 };

/** A workbook of one sheet with the records as one sees them; figures and days can be counted with. */
export async function workbookOf(name: string, shown: Shown, rows: Row[]): Promise<Blob> {
  const whole = await zipOf([
    ...frame(name),
    { name: "xl/worksheets/sheet1.xml", text: sheetOf(shown, rows) },
  ]);
  return new Blob([whole], { type: TYPE });
}

/** The sheet itself, as Office Open XML writes it. */
export function sheetOf(shown: Shown, rows: Row[]): string {
  const { columns } = shown;
  const heads = columns.map(({ heading }) => textCell(heading, STYLES.heading)).join("");
  const lines = rows.map(
    (row) => `<row>${columns.map((one) => cell(shown, one, row)).join("")}</row>`,
  );
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData><row>${heads}</row>${lines.join("")}</sheetData></worksheet>`;
}

function cell({ format }: Shown, { field, path }: Column, { values }: Row): string {
  const value = values[path];
  const figure = figureOf(field.kind, value);
  if (figure !== undefined) {
    return numberCell(figure, field.kind === "percent" ? STYLES.percent : STYLES.plain);
  }
  if (field.kind === "date" && typeof value === "string") {
    const days = (Date.parse(`${value}T00:00:00Z`) - FIRST_DAY) / DAY;
    return Number.isInteger(days) && days > 60
      ? numberCell(String(days), STYLES.day)
      : textCell(value);
  }
  const text = plainValue({ field, value, format }).replaceAll("\u00a0", " ");
  return text === "" ? "<c/>" : textCell(text);
}

function figureOf(kind: Column["field"]["kind"], value: unknown): string | undefined {
  const amount =
    kind === "money" && typeof value === "object" && value !== null && "amount" in value
      ? value.amount
      : value;
  const counted = ["integer", "decimal", "percent", "money"].includes(kind);
  const text = String(amount ?? "");
  return counted && EXACT.test(text) ? text : undefined;
}

function numberCell(written: string, style: number): string {
  return `<c s="${style}"><v>${written}</v></c>`;
}

function textCell(text: string, style = STYLES.plain): string {
  return `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** A spreadsheet takes 32,767 letters at most, and XML no control characters. */
function escaped(text: string): string {
  return text
    .slice(0, 32_000)
    .replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/** The sheet's own name takes 31 letters and none of these signs. */
function sheetName(name: string): string {
  return escaped(
    name
      .replace(/[[\]:*?/\\]/g, " ")
      .slice(0, 31)
      .trim() || "1",
  ).replaceAll('"', "&quot;");
}

function frame(name: string): Entry[] {
  const part = (path: string, type: string) =>
    `<Override PartName="${path}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  return [
    {
      name: "[Content_Types].xml",
      text: `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part("/xl/workbook.xml", "sheet.main")}${part("/xl/worksheets/sheet1.xml", "worksheet")}${part("/xl/styles.xml", "styles")}</Types>`,
    },
    {
      name: "_rels/.rels",
      text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: "xl/workbook.xml",
      text: `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${sheetName(name)}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      text: `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: "xl/styles.xml",
      text: `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
  ];
}
