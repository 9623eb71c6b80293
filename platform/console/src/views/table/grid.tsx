import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "@/lib/record";
import type { Arrangement } from "./arrangement";
import type { Column } from "./columns";
import type { SaveCell } from "./editing";
import classes from "./grid.module.css";
import { GridHead, shares } from "./grid-head";
import { GridLine } from "./grid-line";
import type { Picked } from "./picked";
import type { Listing } from "./table";
import { useGrid } from "./use-grid";

const NAME_AT_LEAST = 176;
const PICKING = 52;
const GUTTER = 24;

export type GridShown = Listing & {
  tenant: string;
  label: string;
  sort: string[];
  arrangement: Arrangement;
  picked: Picked;
};

export type GridDeeds = {
  onSort: (sort: string[]) => void;
  onArrange: (arrangement: Arrangement) => void;
  onFilter: (path: string) => void;
  /** Absent when nothing may be changed. */
  save: SaveCell | undefined;
  /** Shows a record as it is now. */
  accept: (current: Row) => void;
};

export type GridProperties = {
  shown: GridShown;
  deeds: GridDeeds;
  scroll: RefObject<HTMLElement | null>;
};

/** Records as lines of cells. Only those in sight are drawn; the keyboard moves from cell to cell. */
export function Grid({ shown, deeds, scroll }: GridProperties) {
  const { t } = useTranslation();
  const { rows, columns, label } = shown;
  const { table, drawn, spot, settle, editing, editor, line, onKeyDown } = useGrid({
    shown,
    deeds,
    scroll,
  });
  const span = columns.length + 1;
  return (
    <table
      ref={table}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells the keyboard reaches is a grid
      role="grid"
      className={classes.grid}
      style={{ minWidth: leastWidth(columns) }}
      aria-label={label}
      aria-description={t("grid.howTo")}
      aria-rowcount={-1}
      aria-colcount={span}
      aria-multiselectable
      onKeyDown={onKeyDown}
    >
      <GridHead shown={shown} deeds={deeds} spot={spot} settle={settle} />
      <tbody>
        {drawn.flatMap(({ index, gap }) => {
          const row = rows[index];
          return [
            gap > 0 ? <Gap key={`gap${index}`} height={gap} span={span} /> : null,
            row === undefined ? null : (
              <GridLine
                key={row.id}
                row={row}
                index={index}
                last={index > 2 && index >= rows.length - 2}
                shown={shown}
                spot={spot.line === index ? spot.column : undefined}
                deeds={line}
                editing={editing?.row.id === row.id ? { editing, editor } : undefined}
              />
            ),
          ];
        })}
      </tbody>
    </table>
  );
}

/** Stands for lines that are out of sight. */
function Gap({ height, span }: { height: number; span: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus
    <tr aria-hidden="true" className={classes.gap}>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}

/** Narrower than this, the list scrolls sideways. Those that share what is left get the same each. */
export function leastWidth(columns: Column[]): number {
  const sharing = columns.filter(shares);
  const share = Math.max(NAME_AT_LEAST, ...sharing.slice(1).map(({ width }) => width));
  const others = columns.filter((column, index) => !shares(column, index));
  const given = others.reduce((sum, { width }) => sum + width, 0);
  return PICKING + sharing.length * share + given + GUTTER;
}
