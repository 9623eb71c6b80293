import { useNavigate } from "@tanstack/react-router";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { remember } from "@/lib/recent";
import type { Row } from "@/lib/record";
import type { EditorDeeds, Then } from "./cell-editor";
import type { Column } from "./columns";
import { useEditing } from "./editing";
import type { GridProperties, GridShown } from "./grid";
import { useGridFocus } from "./grid-focus";
import { deedOf, spotAfter } from "./grid-keys";
import type { LineDeeds } from "./grid-line";

const ROW = 36;
const HEAD_AND_BAR = 104;
const OVERSCAN = 10;
/** So many lines out of sight are drawn at first: those in sight come sooner. */
const FIRST_OVERSCAN = 1;
/** What stands above and below the lines of a list. */
const AROUND = 256;

/** The lines in sight, the cell that has the keyboard, the cell that is edited. */
export function useGrid({ shown, deeds, scroll }: GridProperties) {
  const { rows, columns, picked } = shown;
  const table = useRef<HTMLTableElement>(null);
  const { drawn, reach, keep } = useLines(rows.length, scroll);
  const size = { lines: rows.length, columns: columns.length + 1 };
  const { spot, go, settle } = useGridFocus(table, size, reach);
  keep(spot.line);
  const { editing, start, commit, cancel } = useEditing(deeds.save);
  const latest = useRef(start);
  latest.current = start;
  const open = useCallback(
    (row: Row, column: Column) => flushSync(() => latest.current(row, column)),
    [],
  );
  const line = useLineDeeds(shown, open);
  const onKeyDown = (event: KeyboardEvent) => {
    if (editing !== undefined || event.defaultPrevented) {
      return;
    }
    const next = spotAfter(event, spot);
    const row = rows[spot.line];
    const column = columns[spot.column - 1];
    const deed = deedOf(event, spot);
    if (next !== undefined) {
      event.preventDefault();
      go(next);
    } else if (deed === "pick" && row !== undefined) {
      event.preventDefault();
      picked.toggle(row, event.shiftKey);
    } else if (deed === "edit" && row !== undefined && column !== undefined) {
      // A letter goes on into the input, which has the focus by then.
      if (open(row, column) && event.key.length > 1) {
        event.preventDefault();
      }
    }
  };
  const editor = editorOf({ shown, accept: deeds.accept, commit, cancel }, (then) => {
    const aside = then === "next" ? 1 : then === "previous" ? -1 : 0;
    if (then !== "elsewhere") {
      go({ ...spot, column: spot.column + aside });
    }
  });
  return { table, drawn, spot, settle, editing, editor, line, onKeyDown };
}

function useLineDeeds({ tenant, entity: { name } }: GridShown, open: LineDeeds["open"]): LineDeeds {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return useMemo(
    () => ({
      open,
      follow: ({ id }, label) => {
        remember(tenant, { entity: name, id, label });
        navigate({ to: "/t/$tenant/e/$entity/$id", params: { tenant, entity: name, id } });
      },
      pickLabel: (label) => t("grid.pick", { name: label }),
    }),
    [tenant, name, open, navigate, t],
  );
}

type Editor = Omit<EditorDeeds, "last">;

function editorOf(
  given: Pick<GridProperties, "shown"> &
    Pick<Editor, "accept"> &
    Pick<ReturnType<typeof useEditing>, "commit" | "cancel">,
  then: (then: Then) => void,
): Editor {
  const { shown, accept, commit, cancel } = given;
  return {
    tenant: shown.tenant,
    format: shown.format,
    commit: (edited, value, next = "elsewhere") => {
      commit(edited, value);
      then(next);
    },
    cancel: (next = "elsewhere") => {
      cancel();
      then(next);
    },
    accept: (current) => {
      accept(current);
      cancel();
      then("stay");
    },
  };
}

/** The lines that are drawn, each with the gap before it; the one that has the keyboard stays. */
function useLines(count: number, scroll: RefObject<HTMLElement | null>) {
  const kept = useRef(0);
  const [overscan, setOverscan] = useState(FIRST_OVERSCAN);
  useEffect(() => startTransition(() => setOverscan(OVERSCAN)), []);
  const lines = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan,
    scrollPaddingEnd: HEAD_AND_BAR,
    initialRect: { width: 0, height: Math.max(window.innerHeight - AROUND, ROW) },
    rangeExtractor: (range) => withLine(range, kept.current),
  });
  const reach = useCallback((line: number) => lines.scrollToIndex(line), [lines]);
  const keep = (line: number) => {
    kept.current = Math.max(line, 0);
  };
  const items = lines.getVirtualItems();
  const drawn = items.map(({ index, start }, at) => ({
    index,
    gap: start - (items[at - 1]?.end ?? 0),
  }));
  const left = lines.getTotalSize() - (items.at(-1)?.end ?? 0);
  return { drawn: [...drawn, { index: count, gap: left }], reach, keep };
}

function withLine(range: Range, line: number): number[] {
  const lines = defaultRangeExtractor(range);
  return lines.includes(line) || line >= range.count
    ? lines
    : [...lines, line].sort((one, other) => one - other);
}
