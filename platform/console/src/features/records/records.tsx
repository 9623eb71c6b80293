import { useMediaQuery } from "@mantine/hooks";
import { keepPreviousData, useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import type { Row } from "@/lib/record";
import { useRights } from "@/lib/rights";
import { textIn } from "@/lib/text";
import { ProblemState } from "@/ui/problem-state";
import { NARROW } from "@/ui/width";
import { Grid } from "@/views/table/grid";
import { Items } from "@/views/table/items";
import { ItemsSkeleton, TableSkeleton } from "@/views/table/skeleton";
import { recordsQuery } from "./api";
import { showRow, useSaveCell } from "./edit-cell";
import { Empty } from "./empty";
import { Foot } from "./foot";
import classes from "./list.module.css";
import { More } from "./more";
import { SelectionBar } from "./selection-bar";
import type { List } from "./use-list";
import { usePicked } from "./use-picked";

const NONE: Row[] = [];

type Properties = {
  list: List;
  onFilter: (path: string) => void;
  /** Whether items of a narrow screen are picked instead of opened. */
  picking: boolean;
  onPicked: () => void;
};

/** The records that a selection finds, page after page as one scrolls. */
export function Records({ list, onFilter, picking, onPicked }: Properties) {
  const { tenant, entity, selection, columns, format } = list;
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const scroll = useRef<HTMLElement>(null);
  const queries = useQueryClient();
  const records = useInfiniteQuery({
    ...recordsQuery(tenant, entity.name, selection),
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => records.data?.pages.flatMap(({ data }) => data), [records.data]);
  const { picked, chosen } = usePicked(rows ?? NONE);
  const save = useSaveCell(list);
  const mayUpdate = useRights(tenant)(entity, "update");
  const label = textIn(entity.plural, format.language);
  const { sort } = selection;
  const { arrangement } = list;
  const listing = useMemo(
    () => ({ entity, columns, rows: rows ?? NONE, format, tenant, label }),
    [entity, columns, rows, format, tenant, label],
  );
  // The same as long as nothing in it differs: no line is drawn twice.
  const shown = useMemo(
    () => ({ ...listing, sort, arrangement, picked }),
    [listing, sort, arrangement, picked],
  );
  if (rows === undefined && records.error !== null) {
    return <ProblemState error={records.error} retry={records.refetch} />;
  }
  if (rows?.length === 0) {
    return <Empty list={list} />;
  }
  const drawn = narrow ? (
    <Items listing={picking ? { ...listing, picked } : listing} label={label} />
  ) : (
    <Grid
      scroll={scroll}
      shown={shown}
      deeds={{
        onSort: list.setSort,
        onArrange: list.arrange,
        onFilter,
        save: mayUpdate ? save : undefined,
        accept: (current) => showRow(queries, tenant, entity.name, current),
      }}
    />
  );
  const clear = () => {
    picked.all(false);
    onPicked();
  };
  return (
    <>
      <section ref={scroll} className={classes.scroll} aria-label={label} aria-busy={!rows}>
        {rows === undefined ? <Ghosts narrow={narrow} list={list} /> : drawn}
        {rows === undefined ? null : <More records={records} />}
      </section>
      {rows === undefined ? null : <Foot list={list} shown={rows.length} />}
      <SelectionBar
        list={list}
        chosen={narrow && !picking ? [] : chosen}
        more={records.hasNextPage && chosen.length > 0 && chosen.length === rows?.length}
        clear={clear}
      />
    </>
  );
}

function Ghosts({ narrow, list }: { narrow: boolean; list: List }) {
  return narrow ? <ItemsSkeleton /> : <TableSkeleton columns={list.columns} />;
}
