import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { type Fault, faultsOf, type Problem, problemOf } from "@/lib/problem";
import type { Changes, Row } from "@/lib/record";
import { forget, type Place, update } from "@/lib/write";
import { same } from "@/views/form/values";
import { recordQuery } from "./api";
import { timelineKey } from "./happenings";

/** What both changed: one's own values, and the record as it is now. */
export type Conflict = { mine: Changes; current: Row };

/** Writes upon a version of the record, and answers with the next one. */
export type Write = (version: number) => Promise<Row>;

/** How a save ended. */
export type Saved = { old: Changes } | { faults: Record<string, Fault> } | "conflict";

export type Saving = ReturnType<typeof useSaving>;

/** The fields among one's changes that somebody else gave another value meanwhile. */
export function clashing(mine: Changes, base: Row, current: Row): string[] {
  return Object.keys(mine).filter((name) => {
    const theirs = current.values[name];
    return !same(theirs, base.values[name]) && !same(theirs, mine[name]);
  });
}

/**
 * Saves changes of a record one after the other, each shown at once and taken back when it is
 * refused. What somebody else changed elsewhere in the record does not stand in the way.
 */
export function useSaving(place: Place, wire: (changes: Changes) => Changes) {
  const queries = useQueryClient();
  const { queryKey } = recordQuery(place);
  const [conflict, setConflict] = useState<Conflict>();
  const [savedAt, setSavedAt] = useState<Date>();
  const [pending, setPending] = useState(0);
  const before = useRef<Promise<unknown>>(Promise.resolve());

  const show = (row: Row) => queries.setQueryData(queryKey, row);
  const take = async (mine: Changes, write: Write | undefined): Promise<Saved> => {
    const base = queries.getQueryData<Row>(queryKey);
    if (base === undefined) {
      return { faults: {} };
    }
    if (write === undefined) {
      show({ ...base, values: { ...base.values, ...mine } });
    }
    const outcome = await attempt(base, mine, write ?? plainly(mine));
    if ("row" in outcome) {
      show(outcome.row);
      setConflict(undefined);
      setSavedAt(new Date());
      forget(queries, place.tenant, place.entity);
      queries.invalidateQueries({ queryKey: timelineKey(place) });
      return { old: picked(base, mine) };
    }
    show(outcome.problem.current ?? base);
    if (outcome.problem.current !== undefined) {
      if (write === undefined) {
        setConflict({ mine, current: outcome.problem.current });
      }
      return "conflict";
    }
    return { faults: faultsOf(outcome.problem) };
  };
  const plainly = (mine: Changes) => (version: number) => update(place, version, wire(mine));
  const attempt = async (
    base: Row,
    mine: Changes,
    write: Write,
  ): Promise<{ row: Row } | { problem: Problem }> => {
    try {
      return { row: await write(base.version) };
    } catch (error) {
      const problem = problemOf(error);
      const { current } = problem;
      return current !== undefined && clashing(mine, base, current).length === 0
        ? attempt(current, mine, write)
        : { problem };
    }
  };
  /** `write` is another way than to send the values; what it writes is shown when it is done. */
  const save = async (mine: Changes, write?: Write): Promise<Saved> => {
    const turn = before.current.then(() => take(mine, write));
    before.current = turn;
    setPending((count) => count + 1);
    return turn.finally(() => setPending((count) => count - 1));
  };
  return { save, conflict, settle: () => setConflict(undefined), savedAt, saving: pending > 0 };
}

function picked({ values }: Row, mine: Changes): Changes {
  return Object.fromEntries(Object.keys(mine).map((name) => [name, values[name] ?? null]));
}
