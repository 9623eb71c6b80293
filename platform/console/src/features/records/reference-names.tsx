import { useQueries } from "@tanstack/react-query";
import type { Condition } from "@/fields/operator";
import { fieldOf, leads, targetsOf } from "@/lib/model";
import { labelQuery } from "./api";
import type { List } from "./use-list";

type Properties = { list: List; condition: Condition };

/** The names of records that a filter knows by their ids only. */
export function ReferenceNames({ list, condition }: Properties) {
  const { tenant, model, format } = list;
  const targets = referenced(list, condition.path);
  const names = useQueries({
    queries: condition.operands.map((id) => labelQuery(tenant, targets, id)),
    combine: (asked) => asked.map(({ data }) => data ?? "…"),
  });
  return model === undefined ? null : format.list(names);
}

/** The entities that the reference at the end of a path leads to. */
export function referenced({ model, entity }: List, path: string) {
  let here = [entity];
  for (const name of path.split(".")) {
    here = here.flatMap((one) => {
      const field = fieldOf(model, one, name);
      return field !== undefined && leads(field) ? targetsOf(model, field) : [];
    });
  }
  return here;
}
