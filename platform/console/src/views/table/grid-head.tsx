import { ArrowDown, ArrowUp } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import { isOrdered } from "@/lib/model";
import { Tick } from "@/ui/tick";
import { directionOf, moved, nextOrder, resized, STEP } from "./arrangement";
import type { Column } from "./columns";
import type { GridDeeds, GridShown } from "./grid";
import classes from "./grid.module.css";
import { HEAD, type Spot } from "./grid-focus";
import { HeadMenu } from "./head-menu";

type Properties = {
  shown: GridShown;
  deeds: GridDeeds;
  spot: Spot;
  settle: (spot: Spot) => void;
};

/** The heads of the columns: pressing sorts, the menu does the rest, the edge sets the width. */
export function GridHead({ shown, deeds, spot, settle }: Properties) {
  const { t } = useTranslation();
  const { columns, rows, picked } = shown;
  const all = rows.length > 0 && rows.every(({ id }) => picked.ids.has(id));
  return (
    <thead>
      <tr aria-rowindex={1}>
        <td className={classes.picking}>
          <Tick
            aria-label={t("grid.pickAll")}
            data-spot={`${HEAD}:0`}
            tabIndex={spot.line === HEAD && spot.column === 0 ? 0 : -1}
            checked={all}
            indeterminate={!all && picked.ids.size > 0}
            onChange={() => picked.all(!all)}
          />
        </td>
        {columns.map((column, index) => (
          <Heading
            key={column.path}
            column={column}
            index={index}
            given={{ shown, deeds, spot, settle }}
          />
        ))}
      </tr>
    </thead>
  );
}

type HeadingProperties = { column: Column; index: number; given: Properties };

function Heading({ column, index, given }: HeadingProperties) {
  const { path, heading, align } = column;
  const { shown, deeds, spot, settle } = given;
  const { arrangement, sort } = shown;
  const cell = useRef<HTMLTableCellElement>(null);
  const direction = directionOf(sort, path);
  const Arrow = direction === "descending" ? ArrowDown : ArrowUp;
  const has = spot.line === HEAD && spot.column === index + 1;
  const resize = (by: number) =>
    deeds.onArrange(resized(arrangement, path, (cell.current?.offsetWidth ?? 0) + by));
  return (
    <th
      ref={cell}
      scope="col"
      data-align={align}
      aria-sort={direction ?? "none"}
      style={widthOf(column, index, shown.columns.length)}
    >
      <span className={classes.head}>
        <button
          type="button"
          className={classes.title}
          title={heading}
          data-spot={`${HEAD}:${index + 1}`}
          tabIndex={has ? 0 : -1}
          onFocus={() => settle({ line: HEAD, column: index + 1 })}
          onClick={() => isOrdered(column.field) && deeds.onSort(nextOrder(sort, path))}
          onKeyDown={(event) =>
            arrangeByKey(event, {
              resize,
              move: (by) => deeds.onArrange(moved(arrangement, path, by)),
            })
          }
        >
          <span className="cut">{heading}</span>
          {direction === undefined ? null : <Arrow aria-hidden="true" />}
        </button>
        <HeadMenu column={column} given={given} tabbable={has} resize={resize} />
      </span>
      <Edge onResize={(width) => deeds.onArrange(resized(arrangement, path, width))} />
    </th>
  );
}

type Arranging = { resize: (by: number) => void; move: (by: -1 | 1) => void };

/** Alt and an arrow moves a column, with Shift it changes its width. */
function arrangeByKey(event: KeyboardEvent, { resize, move }: Arranging) {
  const way = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : undefined;
  if (way !== undefined && event.altKey) {
    event.preventDefault();
    event.shiftKey ? resize(way * STEP) : move(way);
  }
}

/** The edge of a column under the pointer; keys and the menu do the same. */
function Edge({ onResize }: { onResize: (width: number) => void }) {
  const drag = (event: PointerEvent<HTMLSpanElement>) => {
    const { currentTarget, pointerId, clientX } = event;
    const cell = currentTarget.closest("th");
    if (cell === null) {
      return;
    }
    event.preventDefault();
    const before = cell.offsetWidth;
    currentTarget.setPointerCapture(pointerId);
    currentTarget.onpointermove = ({ clientX: now }) => onResize(before + now - clientX);
    currentTarget.onlostpointercapture = () => {
      currentTarget.onpointermove = null;
    };
  };
  return <span aria-hidden="true" className={classes.edge} onPointerDown={drag} />;
}

const GUTTER = 24;

/** The name and columns of words share what is left, unless a person chose a width. */
export function shares({ grows, fixed }: Column, index: number): boolean {
  return fixed !== true && (index === 0 || grows);
}

function widthOf(column: Column, index: number, count: number) {
  const gutter = index === count - 1 ? GUTTER : 0;
  return shares(column, index) ? undefined : { width: column.width + gutter };
}
