import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Field } from "@/lib/model";
import { problemOf } from "@/lib/problem";
import type { Row } from "@/lib/record";
import { textIn } from "@/lib/text";
import { forget, restore } from "@/lib/write";
import { say } from "@/ui/toasts";
import { leadOf, leadText } from "@/views/table/lead";
import { inBatches, type Operation, type Outcome, valuesOf } from "./bulk";
import { tellNotUndone } from "./edit-cell";
import type { List } from "./use-list";

export type Refused = { id: string; name: string; reason: string };

/** Deletes or changes what was picked, says how far it is, lists what was refused, undoes. */
export function useBulk(list: List, chosen: Row[]) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [done, setDone] = useState<number>();
  const [refused, setRefused] = useState<Refused[]>([]);
  const place = { tenant: list.tenant, entity: list.entity.name };
  const renew = () => forget(queries, place.tenant, place.entity);

  const run = async (operations: Operation[]): Promise<Outcome[]> => {
    setDone(0);
    setRefused([]);
    try {
      const outcomes = await inBatches(place, operations, setDone);
      setRefused(refusedOf(outcomes, chosen, list));
      return outcomes.filter(({ problem }) => problem === undefined);
    } catch (error) {
      const { detail, title } = problemOf(error);
      say({ said: detail ?? title, failed: true });
      return [];
    } finally {
      setDone(undefined);
      renew();
    }
  };
  const tell = (said: string, count: number, undo: () => Promise<unknown>) => {
    const back = async () => {
      await undo();
      await renew();
      say({ said: t("bulk.undone", { count }) });
    };
    if (count > 0) {
      const action = {
        label: t("bulk.undo"),
        run: () => back().catch((error) => tellNotUndone(t, error)),
      };
      say({ said, action });
    }
  };
  const remove = async () => {
    const gone = await run(chosen.map(({ id, version }) => ({ op: "delete", id, version })));
    tell(t("bulk.removed", { count: gone.length }), gone.length, () =>
      Promise.all(gone.map(({ id }) => restore({ ...place, id }))),
    );
  };
  const edit = async (field: Field, value: unknown) => {
    const ids = chosen.map(({ id }) => id);
    const before = await valuesOf(place, ids, field.name);
    const values = { [field.name]: value };
    const changed = await run(
      chosen.map(({ id, version }) => ({ op: "update", id, version, values })),
    );
    const words = { field: textIn(field.label, list.format.language), count: changed.length };
    tell(t("bulk.edited", words), changed.length, () =>
      inBatches(place, changed.map(backTo(field.name, before)), () => undefined),
    );
  };
  return { remove, edit, done, refused, clearRefused: () => setRefused([]) };
}

function backTo(field: string, before: Map<string, unknown>) {
  return ({ id, version = 0 }: Outcome): Operation => ({
    op: "update",
    id,
    version,
    values: { [field]: before.get(id) ?? null },
  });
}

function refusedOf(outcomes: Outcome[], chosen: Row[], { entity, columns, format }: List) {
  return outcomes.flatMap(({ id, problem }): Refused[] => {
    const row = chosen.find((one) => one.id === id);
    if (problem === undefined || row === undefined) {
      return [];
    }
    const reason = problem.errors?.[0]?.message ?? problem.detail ?? problem.title;
    return [{ id, name: leadText(leadOf(entity, columns), row, format), reason }];
  });
}
