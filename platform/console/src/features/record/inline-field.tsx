import { ActionIcon } from "@mantine/core";
import { Pencil } from "lucide-react";
import { type FocusEvent, type MouseEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { FieldValue } from "@/fields/field-value";
import { fields } from "@/fields/registry";
import { type Field, holdsFile } from "@/lib/model";
import { textIn } from "@/lib/text";
import { FormField } from "@/views/form/form-field";
import { same } from "@/views/form/values";
import classes from "./details.module.css";
import { FileField } from "./file-field";
import { useRecord } from "./known";
import { Linked } from "./linked";
import { useTold } from "./told";

/** What is being written, and why it was refused the last time. */
type Writing = { draft: unknown; problem?: string };

/** A field with its label at the left; a click, Enter or E edits it, and it saves by itself. */
export function InlineField({ field }: { field: Field }) {
  return holdsFile(field) ? <FileField field={field} /> : <Plain field={field} />;
}

function Plain({ field }: { field: Field }) {
  const { row, editable } = useRecord();
  const value = row.values[field.name] ?? null;
  const [writing, setWriting] = useState<Writing>();
  const back = useRef(false);
  const able = editable && field.read_only !== true && fields[field.kind].Input !== undefined;
  return writing === undefined ? (
    <Shown
      field={field}
      value={value}
      focused={back}
      edit={able ? () => setWriting({ draft: value }) : undefined}
    />
  ) : (
    <Written
      field={field}
      value={value}
      writing={writing}
      setWriting={setWriting}
      leave={(byKey) => {
        back.current = byKey;
      }}
    />
  );
}

type ShownProperties = {
  field: Field;
  value: unknown;
  /** Whether the keyboard comes back here from editing. */
  focused: { current: boolean };
  edit: (() => void) | undefined;
};

function Shown({ field, value, focused, edit }: ShownProperties) {
  const { format } = useRecord();
  const { t } = useTranslation();
  const pencil = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focused.current) {
      focused.current = false;
      pencil.current?.focus();
    }
  }, [focused]);
  const label = textIn(field.label, format.language);
  const clicked = ({ target }: MouseEvent) => {
    const selecting = window.getSelection()?.isCollapsed === false;
    if (target instanceof Element && target.closest("a, button") === null && !selecting) {
      edit?.();
    }
  };
  return (
    <div className={classes.field} data-field={field.name} data-able={edit !== undefined}>
      <dt>{label}</dt>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the button inside is for the keyboard */}
      <dd onClick={clicked}>
        <span className={classes.value} data-long={field.kind === "long_text"}>
          <Linked field={field} value={value}>
            {field.kind === "long_text" && typeof value === "string" ? (
              value
            ) : (
              <FieldValue field={field} value={value} format={format} />
            )}
          </Linked>
        </span>
        {edit === undefined ? null : (
          <ActionIcon
            ref={pencil}
            size="xs"
            className={classes.pencil}
            data-edit
            aria-label={t("record.edit", { field: label })}
            onClick={edit}
          >
            <Pencil />
          </ActionIcon>
        )}
      </dd>
    </div>
  );
}

type WrittenProperties = {
  field: Field;
  value: unknown;
  writing: Writing;
  setWriting: (next: Writing | undefined) => void;
  leave: (byKey: boolean) => void;
};

function Written({ field, value, writing, setWriting, leave }: WrittenProperties) {
  const { place } = useRecord();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const told = useTold();
  // Taking away the input that has the focus makes it lose the focus, which is no second commit.
  const over = useRef(false);
  const close = (byKey: boolean) => {
    over.current = true;
    leave(byKey);
    setWriting(undefined);
  };
  const commit = async (draft: unknown, byKey: boolean) => {
    close(byKey);
    if (same(draft, value)) {
      return;
    }
    const fault = await told.attempt(field, draft);
    if (fault !== undefined && fault !== "conflict") {
      setWriting({ draft, problem: fault.message });
    }
  };
  const left = ({ relatedTarget }: FocusEvent) => {
    const aside =
      relatedTarget instanceof Element && relatedTarget.closest("[role=dialog]") !== null;
    const within = box.current?.contains(relatedTarget) === true;
    // What was refused stays open until it is mended or given up.
    if (!within && !aside && !over.current && writing.problem === undefined) {
      commit(writing.draft, false);
    }
  };
  return (
    <div className={classes.written} data-field={field.name}>
      <dt className={classes.unseen} />
      <dd ref={box} onBlur={left}>
        <FormField
          id={id}
          tenant={place.tenant}
          field={field}
          required={field.required === true}
          value={writing.draft}
          onChange={(draft) => setWriting({ draft })}
          onCommit={(draft) => commit(draft, true)}
          onCancel={() => close(true)}
          problem={writing.problem}
          autoFocus
        />
      </dd>
    </div>
  );
}
