import type { Language } from "@/lib/language";

/** A number as people type it, `2 418,36` or `2,418.36`, as a decimal string; else nothing. */
export function decimalIn(typed: string): string | undefined {
  const close = typed.replace(/[\s\u00a0\u202f'’]/g, "");
  const comma = close.lastIndexOf(",");
  const point = close.lastIndexOf(".");
  // Of two signs the last one is the decimal sign; a lone one always is.
  const plain =
    comma > point ? close.replaceAll(".", "").replace(",", ".") : close.replaceAll(",", "");
  const match = /^([+-])?(\d*)(?:\.(\d*))?$/.exec(plain);
  if (match === null || !/\d/.test(plain)) {
    return undefined;
  }
  const [, sign, whole = "", fraction = ""] = match;
  const digits = whole.replace(/^0+(?=\d)/, "") || "0";
  return (sign === "-" ? "-" : "") + digits + (fraction === "" ? "" : `.${fraction}`);
}

/** Moves the decimal sign: by 2, `0.125` becomes `12.5`. */
export function shifted(decimal: string, places: number): string {
  const negative = decimal.startsWith("-");
  const [whole = "0", fraction = ""] = decimal.replace(/^-/, "").split(".");
  const digits = whole + fraction;
  const at = whole.length + places;
  const padded = at <= 0 ? "0".repeat(1 - at) + digits : digits.padEnd(at, "0");
  const cut = Math.max(at, 1);
  const before = padded.slice(0, cut).replace(/^0+(?=\d)/, "");
  const after = padded.slice(cut).replace(/0+$/, "");
  return (negative ? "-" : "") + before + (after === "" ? "" : `.${after}`);
}

/** A decimal string as the language writes it, without groups, ready to be edited. */
export function typedDecimal(decimal: string, language: Language): string {
  return language === "fr" ? decimal.replace(".", ",") : decimal;
}
