import { asDate, type Filter, presence } from "@/fields/operator";

export const dateFilter: Filter = {
  literal: asDate,
  operators: [
    { name: "next_days", one: "{path} >= today && {path} <= addDays(today, {value})" },
    { name: "last_days", one: "{path} >= addDays(today, -{value}) && {path} <= today" },
    { name: "from", one: "{path} >= {value}" },
    { name: "until", one: "{path} <= {value}" },
    { name: "after", one: "{path} > {value}" },
    { name: "before", one: "{path} < {value}" },
    { name: "is", one: "{path} == {value}" },
    ...presence,
  ],
};
