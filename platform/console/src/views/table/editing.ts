import { useCallback, useState } from "react";
import { type Problem, problemOf } from "@/lib/problem";
import type { Row } from "@/lib/record";
import { say } from "@/ui/toasts";
import type { Column } from "./columns";

/** A cell that is being edited, or whose value was refused and keeps its text. */
export type Editing = { row: Row; column: Column; draft: unknown; problem?: Problem };

export type SaveCell = (row: Row, column: Column, value: unknown) => Promise<void>;

/**
 * One cell is edited at a time. A committed value is shown at once; when it is refused, its cell
 * opens again with what was typed and the reason.
 */
export function useEditing(save: SaveCell | undefined) {
  const [editing, setEditing] = useState<Editing>();
  const start = useCallback(
    (row: Row, column: Column) => {
      const able = save !== undefined && column.editable;
      if (able) {
        setEditing({ row, column, draft: row.values[column.path] ?? null });
      }
      return able;
    },
    [save],
  );
  const commit = useCallback(
    ({ row, column }: Editing, value: unknown) => {
      setEditing(undefined);
      if (same(value, row.values[column.path])) {
        return;
      }
      save?.(row, column, value).catch((error: unknown) => {
        const problem = problemOf(error);
        setEditing((other) => {
          if (other !== undefined) {
            say({ said: `${column.heading} : ${problem.detail ?? problem.title}`, failed: true });
          }
          return other ?? { row, column, draft: value, problem };
        });
      });
    },
    [save],
  );
  const cancel = useCallback(() => setEditing(undefined), []);
  return { editing, start, commit, cancel };
}

export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
