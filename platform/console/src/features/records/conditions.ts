import { filters, writeCondition } from "@/fields/filters";
import type { Condition, Operator } from "@/fields/operator";
import { joined, partsOf } from "@/lib/conjunction";
import type { FieldKind } from "@/lib/model";

/** A part of a filter: a condition that chips can speak of, or any other expression. */
export type Part = { id: string; written?: string; condition?: Condition };

type Reader = {
  kind: FieldKind;
  operator: Operator;
  pattern: RegExp;
  several: boolean;
};

const PATH = "([a-z][a-z0-9_]*(?:\\.[a-z][a-z0-9_]*)*)";

const readers: Reader[] = Object.entries(filters).flatMap(([kind, { operators, literal }]) =>
  operators.flatMap((operator) => {
    const many = `${literal.pattern}(?:\\s*,\\s*${literal.pattern})*`;
    const reader = (template: string | undefined, value: string, several: boolean) =>
      template === undefined
        ? []
        : [{ kind: kind as FieldKind, operator, several, pattern: patternOf(template, value) }];
    return [
      ...reader(operator.none, "", false),
      ...reader(operator.one, literal.pattern, false),
      ...reader(operator.many, many, true),
    ];
  }),
);

function patternOf(template: string, value: string): RegExp {
  let seen = false;
  const source = template
    .replace(/[.*+?^$()|[\]\\]/g, "\\$&")
    .replace(/\s+/g, "\\s*")
    .replace(/\{(path|value)\}/g, (_, name: string) => {
      if (name === "value") {
        return `(?<value>${value})`;
      }
      const again = seen;
      seen = true;
      return again ? "\\1" : PATH;
    });
  return new RegExp(`^${source}$`);
}

/** Reads a filter into parts; `kindOf` tells what a path leads to. */
export function partsIn(filter: string, kindOf: (path: string) => FieldKind | undefined): Part[] {
  const parts: Part[] = [];
  const clauses = partsOf(filter);
  for (let at = 0; at < clauses.length; at += 1) {
    const [here = "", next] = clauses.slice(at, at + 2);
    const pair = next === undefined ? undefined : read(`${here} && ${next}`, kindOf);
    const written = pair === undefined ? here : `${here} && ${next}`;
    const condition = pair ?? read(here, kindOf);
    at += pair === undefined ? 0 : 1;
    parts.push({ id: `${parts.length} ${written}`, written, ...(condition ? { condition } : {}) });
  }
  return parts;
}

function read(
  clause: string,
  kindOf: (path: string) => FieldKind | undefined,
): Condition | undefined {
  for (const { kind, operator, pattern, several } of readers) {
    const found = pattern.exec(clause);
    const path = found?.[1];
    if (found !== null && path !== undefined && kindOf(path) === kind) {
      const { literal } = filters[kind];
      const value = found.groups?.value ?? "";
      const written = several ? (value.match(new RegExp(literal.pattern, "g")) ?? []) : [value];
      const operands = operator.none === undefined ? written.map(literal.read) : [];
      return { kind, path, operator: operator.name, operands };
    }
  }
  return undefined;
}

/** The filter that these parts make; those without an operand yet do not count. */
export function filterOf(parts: Part[]): string {
  return joined(
    parts
      .map(({ written, condition }) => written ?? (condition && writeCondition(condition)))
      .filter((part) => part !== undefined),
  );
}
