import { expect, test } from "vitest";
import { writeCondition } from "@/fields/filters";
import type { Condition } from "@/fields/operator";
import type { FieldKind } from "@/lib/model";
import { filterOf, partsIn } from "./conditions";

const KINDS: Record<string, FieldKind> = {
  status: "choice",
  ends: "date",
  premium: "money",
  discount: "percent",
  "holder.last_name": "text",
  owner: "reference",
  created_at: "date_time",
  renews: "boolean",
};
const kindOf = (path: string) => KINDS[path];

const CONDITIONS: [Condition, string][] = [
  [
    { kind: "text", path: "holder.last_name", operator: "contains", operands: ['L"été\\'] },
    'fold(holder.last_name).contains(fold("L\\"été\\\\"))',
  ],
  [{ kind: "choice", path: "status", operator: "is", operands: ["active"] }, 'status == "active"'],
  [
    { kind: "choice", path: "status", operator: "is", operands: ["a", "b"] },
    'status in ["a", "b"]',
  ],
  [
    { kind: "choice", path: "status", operator: "is_not", operands: ["ended"] },
    '(status == null || status != "ended")',
  ],
  [
    { kind: "date", path: "ends", operator: "next_days", operands: ["60"] },
    "ends >= today && ends <= addDays(today, 60)",
  ],
  [
    { kind: "date", path: "ends", operator: "before", operands: ["2026-05-01"] },
    'ends < "2026-05-01"',
  ],
  [
    { kind: "money", path: "premium", operator: "more", operands: ["250.5"] },
    "premium.amount > 250.5",
  ],
  [
    { kind: "percent", path: "discount", operator: "least", operands: ["12.5"] },
    "discount >= 0.125",
  ],
  [{ kind: "reference", path: "owner", operator: "is_me", operands: [] }, "owner == me"],
  [{ kind: "boolean", path: "renews", operator: "no", operands: [] }, "renews == false"],
  [
    { kind: "date_time", path: "created_at", operator: "last_days", operands: ["7"] },
    'created_at >= now - duration("P7D")',
  ],
  [
    { kind: "date_time", path: "created_at", operator: "from", operands: ["2026-05-01"] },
    'created_at >= date_time("2026-05-01T00:00:00Z")',
  ],
];

test.each(CONDITIONS)("writes %o as an expression and reads it back", (condition, written) => {
  expect(writeCondition(condition)).toBe(written);
  expect(partsIn(written, kindOf)[0]?.condition).toEqual(condition);
});

test("keeps what chips cannot speak of, each part by itself", () => {
  const filter = 'claims.exists(c, c.open && c.late) && status == "a&&b" && (a || b)';
  const parts = partsIn(filter, kindOf);
  expect(parts.map(({ written }) => written)).toEqual([
    "claims.exists(c, c.open && c.late)",
    'status == "a&&b"',
    "(a || b)",
  ]);
  expect(filterOf(parts)).toBe(filter);
});

test("wraps an alternative before another part joins it", () => {
  const parts = partsIn("a || b", kindOf);
  const active: Condition = { kind: "choice", path: "status", operator: "is", operands: ["x"] };
  expect(filterOf([...parts, { id: "new", condition: active }])).toBe('(a || b) && status == "x"');
});

test("leaves out a condition that has no operand yet", () => {
  const waiting: Condition = { kind: "text", path: "name", operator: "contains", operands: [] };
  expect(filterOf([{ id: "new", condition: waiting }])).toBe("");
});
