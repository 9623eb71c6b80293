import type { FieldKind } from "@/lib/model";

export type OperatorName =
  | "contains"
  | "lacks"
  | "begins"
  | "has"
  | "has_not"
  | "is"
  | "is_not"
  | "is_me"
  | "less"
  | "more"
  | "least"
  | "most"
  | "before"
  | "after"
  | "from"
  | "until"
  | "next_days"
  | "last_days"
  | "yes"
  | "no"
  | "city"
  | "postal_code"
  | "country"
  | "empty"
  | "filled";

/** How an operand is written in an expression, and read back from it. */
export type Literal = {
  pattern: string;
  write: (operand: string) => string;
  read: (written: string) => string;
};

/**
 * What may be asked of a field. `{path}` and `{value}` stand in the templates; `many` is taken for
 * several operands, and neither for an operator that needs no operand.
 */
export type Operator = { name: OperatorName; none?: string; one?: string; many?: string };

export type Filter = { operators: Operator[]; literal: Literal };

/** One condition on a field: what a chip shows. */
export type Condition = {
  kind: FieldKind;
  path: string;
  operator: OperatorName;
  operands: string[];
};

const TEXT = '"(?:[^"\\\\]|\\\\.)*"';

export const asText: Literal = {
  pattern: TEXT,
  write: (operand) => JSON.stringify(operand),
  read: (written) => JSON.parse(written) as string,
};

export const asNumber: Literal = {
  pattern: "-?\\d+(?:\\.\\d+)?",
  write: (operand) => numberIn(operand) ?? "0",
  read: (written) => written,
};

/** People speak of 12.5 %, expressions of 0.125. */
export const asPercent: Literal = {
  pattern: asNumber.pattern,
  write: (operand) => String(Number((Number(numberIn(operand) ?? 0) / 100).toFixed(8))),
  read: (written) => String(Number((Number(written) * 100).toFixed(6))),
};

/** A date stands in quotes, a number of days does not. */
export const asDate: Literal = {
  pattern: '(?:"\\d{4}-\\d{2}-\\d{2}"|\\d+)',
  write: (operand) => (operand.includes("-") ? JSON.stringify(operand) : operand),
  read: (written) => written.replaceAll('"', ""),
};

/** Text that contains digits only by way of grouping, or nothing when it is no number. */
export function numberIn(typed: string): string | undefined {
  const plain = typed.replace(/[\s\u00a0\u202f]/g, "").replace(",", ".");
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}

export const presence: Operator[] = [
  { name: "empty", none: "{path} == null" },
  { name: "filled", none: "{path} != null" },
];

export const wording: Filter = {
  literal: asText,
  operators: [
    { name: "contains", one: "fold({path}).contains(fold({value}))" },
    { name: "lacks", one: "({path} == null || !fold({path}).contains(fold({value})))" },
    { name: "begins", one: "fold({path}).startsWith(fold({value}))" },
    { name: "is", one: "{path} == {value}" },
    ...presence,
  ],
};

/** Comparisons of figures, on the value itself or on a part of it such as `.amount`. */
export function figures(part = "", literal: Literal = asNumber): Filter {
  return {
    literal,
    operators: [
      { name: "least", one: `{path}${part} >= {value}` },
      { name: "most", one: `{path}${part} <= {value}` },
      { name: "more", one: `{path}${part} > {value}` },
      { name: "less", one: `{path}${part} < {value}` },
      { name: "is", one: `{path}${part} == {value}` },
      ...presence,
    ],
  };
}
