import { useCallback, useMemo, useRef, useState } from "react";
import type { Row } from "@/lib/record";
import type { Picked } from "@/views/table/picked";

/** The records that a person picked among those shown. */
export function usePicked(rows: Row[]): { picked: Picked; chosen: Row[] } {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const before = useRef<string>(undefined);
  const toggle = useCallback(
    (row: Row, through: boolean) => {
      const from = rows.findIndex(({ id }) => id === before.current);
      const to = rows.indexOf(row);
      const reach =
        through && from !== -1 ? rows.slice(Math.min(from, to), Math.max(from, to) + 1) : [row];
      before.current = row.id;
      setIds((now) => {
        const next = new Set(now);
        for (const { id } of reach) {
          now.has(row.id) ? next.delete(id) : next.add(id);
        }
        return next;
      });
    },
    [rows],
  );
  const all = useCallback(
    (wanted: boolean) => setIds(new Set(wanted ? rows.map(({ id }) => id) : [])),
    [rows],
  );
  const picked = useMemo(() => ({ ids, toggle, all }), [ids, toggle, all]);
  const chosen = useMemo(() => rows.filter(({ id }) => ids.has(id)), [rows, ids]);
  return { picked, chosen };
}
