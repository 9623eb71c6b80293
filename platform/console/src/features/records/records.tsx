import { useMediaQuery } from "@mantine/hooks";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Format } from "@/lib/format";
import type { Entity, View } from "@/lib/model";
import type { Selection } from "@/lib/record";
import { textIn } from "@/lib/text";
import { ProblemState } from "@/ui/problem-state";
import { NARROW } from "@/ui/width";
import type { Column } from "@/views/table/columns";
import { Items } from "@/views/table/items";
import { ItemsSkeleton, TableSkeleton } from "@/views/table/skeleton";
import { Table } from "@/views/table/table";
import { recordsQuery } from "./api";
import { Empty } from "./empty";
import { Foot } from "./foot";
import classes from "./list.module.css";
import { More } from "./more";

export type Asking = {
  entity: Entity;
  view: View | undefined;
  selection: Selection;
  columns: Column[];
  format: Format;
};

/** The records that a selection finds, page after page as one scrolls. */
export function Records({ tenant, asking }: { tenant: string; asking: Asking }) {
  const { entity, selection, columns, format } = asking;
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const records = useInfiniteQuery(recordsQuery(tenant, entity.name, selection));
  const rows = useMemo(() => records.data?.pages.flatMap(({ data }) => data), [records.data]);
  const label = textIn(entity.plural, format.language);
  if (rows === undefined && records.error !== null) {
    return <ProblemState error={records.error} retry={records.refetch} />;
  }
  if (rows?.length === 0) {
    return <Empty tenant={tenant} asking={asking} />;
  }
  const Listed = narrow ? Items : Table;
  const Ghosts = narrow ? ItemsSkeleton : TableSkeleton;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key */}
      <section className={classes.scroll} tabIndex={0} aria-label={label} aria-busy={!rows}>
        {rows === undefined ? (
          <Ghosts columns={columns} />
        ) : (
          <>
            <Listed listing={{ entity, columns, rows, format }} label={label} />
            <More records={records} />
          </>
        )}
      </section>
      {rows === undefined ? null : <Foot tenant={tenant} asking={asking} shown={rows.length} />}
    </>
  );
}
