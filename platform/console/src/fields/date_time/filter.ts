import { type Filter, type Literal, presence } from "@/fields/operator";

/** An instant is asked for by its day, which begins here at midnight UTC; or by a number of days. */
const asInstant: Literal = {
  pattern: '(?:"\\d{4}-\\d{2}-\\d{2}T00:00:00Z"|"P\\d+D")',
  write: (operand) =>
    JSON.stringify(operand.includes("-") ? `${operand}T00:00:00Z` : `P${operand}D`),
  read: (written) => written.replace("T00:00:00Z", "").replace(/["PD]/g, ""),
};

export const dateTimeFilter: Filter = {
  literal: asInstant,
  operators: [
    { name: "last_days", one: "{path} >= now - duration({value})" },
    { name: "from", one: "{path} >= date_time({value})" },
    { name: "before", one: "{path} < date_time({value})" },
    ...presence,
  ],
};
