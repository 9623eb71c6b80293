import { type RefObject, useCallback, useEffect, useRef, useState } from "react";

/** Where the keyboard is: line −1 is the head, column 0 the checkboxes. */
export type Spot = { line: number; column: number };

export const HEAD = -1;

export function spotName({ line, column }: Spot): string {
  return `${line}:${column}`;
}

/** One stop for the whole grid: the arrows move inside it, and the focus follows. */
export function useGridFocus(
  table: RefObject<HTMLElement | null>,
  size: { lines: number; columns: number },
  reach: (line: number) => void,
) {
  const [wanted, setWanted] = useState<Spot>({ line: 0, column: 1 });
  const due = useRef(false);
  const spot = {
    line: Math.min(wanted.line, size.lines - 1),
    column: Math.min(wanted.column, size.columns - 1),
  };
  const { lines, columns } = size;
  const go = useCallback(
    ({ line, column }: Spot) => {
      const at = Math.min(Math.max(line, HEAD), lines - 1);
      due.current = true;
      setWanted({ line: at, column: Math.min(Math.max(column, 0), columns - 1) });
      if (at !== HEAD) {
        reach(at);
      }
    },
    [lines, columns, reach],
  );
  useEffect(() => {
    const cell = table.current?.querySelector<HTMLElement>(`[data-spot="${spotName(spot)}"]`);
    if (due.current && cell) {
      due.current = false;
      cell.focus({ preventScroll: spot.line !== HEAD });
      cell.scrollIntoView?.({ inline: "nearest", block: "nearest" });
    }
  });
  return { spot, go, settle: setWanted };
}
