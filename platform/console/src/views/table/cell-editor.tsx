import { Button, Kbd } from "@mantine/core";
import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Draft, problemId } from "@/fields/definition";
import { plainValue } from "@/fields/field-value";
import { fields } from "@/fields/registry";
import type { Format } from "@/lib/format";
import { faultsOf, type Problem } from "@/lib/problem";
import type { Row } from "@/lib/record";
import classes from "./cell-editor.module.css";
import type { Editing } from "./editing";

/** Where the keyboard goes afterwards: back to the cell, to a neighbour, or where it was sent. */
export type Then = "stay" | "next" | "previous" | "elsewhere";

export type EditorDeeds = {
  tenant: string;
  format: Format;
  /** Whether there is no room for words below. */
  last: boolean;
  commit: (editing: Editing, value: unknown, then?: Then) => void;
  cancel: (then?: Then) => void;
  /** Takes the record as it is now in place of one's own change. */
  accept: (current: Row) => void;
};

/** A cell while it is edited: as large as the cell, with what the keys do or what was refused below. */
export function CellEditor({ editing, deeds }: { editing: Editing; deeds: EditorDeeds }) {
  const { column, problem } = editing;
  const id = useId();
  const [draft, setDraft] = useState(editing.draft as Draft<unknown>);
  const [touched, setTouched] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const { Input } = fields[column.field.kind];
  const leave = ({ relatedTarget }: FocusEvent) => {
    const inside = box.current?.contains(relatedTarget) || inPopup(relatedTarget);
    if (!inside && document.hasFocus()) {
      touched && problem === undefined
        ? deeds.commit(editing, draft, "elsewhere")
        : deeds.cancel("elsewhere");
    }
  };
  const tab = (event: KeyboardEvent) => {
    if (event.key === "Tab") {
      event.preventDefault();
      deeds.commit(editing, draft, event.shiftKey ? "previous" : "next");
    }
  };
  if (Input === undefined) {
    return null;
  }
  const reason = problem && reasonOf(problem, column.field.name);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what leaves the input
    <div
      ref={box}
      className={classes.editor}
      data-refused={problem !== undefined}
      onBlur={leave}
      onKeyDown={tab}
    >
      <label className="unseen" htmlFor={id}>
        {column.heading}
      </label>
      <Input
        id={id}
        tenant={deeds.tenant}
        field={column.field}
        value={draft}
        onChange={(value) => {
          setTouched(true);
          setDraft(value);
        }}
        onCommit={(value) => deeds.commit(editing, value, "stay")}
        onCancel={() => deeds.cancel("stay")}
        problem={reason}
        autoFocus
        compact
      />
      <div className={classes.below} data-above={deeds.last} id={problemId(id)}>
        {problem?.status === 412 && problem.current !== undefined ? (
          <Conflict editing={editing} current={problem.current} draft={draft} deeds={deeds} />
        ) : (
          (reason ?? <Hint />)
        )}
      </div>
    </div>
  );
}

type Clash = { editing: Editing; current: Row; draft: unknown; deeds: EditorDeeds };

/** Somebody else changed the same value meanwhile: both are shown, one is taken. */
function Conflict({ editing, current, draft, deeds }: Clash) {
  const { t } = useTranslation();
  const { field, path } = editing.column;
  const theirs = plainValue({ field, value: current.values[path], format: deeds.format });
  return (
    <>
      <p>{t("grid.conflict", { value: theirs === "" ? t("values.none") : theirs })}</p>
      <span className={classes.ways}>
        <Button size="xs" onClick={() => deeds.commit({ ...editing, row: current }, draft, "stay")}>
          {t("grid.keepMine")}
        </Button>
        <Button size="xs" onClick={() => deeds.accept(current)}>
          {t("grid.takeTheirs")}
        </Button>
      </span>
    </>
  );
}

function Hint() {
  const { t } = useTranslation();
  return (
    <span className={classes.hint}>
      <Kbd>{t("keys.enter")}</Kbd> {t("grid.save")} <Kbd>{t("keys.escape")}</Kbd> {t("grid.giveUp")}
    </span>
  );
}

function reasonOf(problem: Problem, name: string): string {
  const faults = faultsOf(problem);
  return (faults[name] ?? faults[""])?.message ?? problem.detail ?? problem.title;
}

/** Menus and calendars of an input hang elsewhere in the page. */
function inPopup(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-portal], [role=dialog]") !== null;
}
