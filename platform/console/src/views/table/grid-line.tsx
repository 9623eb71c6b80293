import { type MouseEvent, memo } from "react";
import { FieldValue, plainValue } from "@/fields/field-value";
import { recordAddress } from "@/lib/place";
import type { Row } from "@/lib/record";
import { Avatar, shapeOf } from "@/ui/avatar";
import { Tick } from "@/ui/tick";
import { CellEditor, type EditorDeeds } from "./cell-editor";
import type { Column } from "./columns";
import type { Editing } from "./editing";
import type { GridShown } from "./grid";
import { leadOf, leadText } from "./lead";
import { sourceOf } from "./source";

/** What a change of a box comes from. */
type Click = globalThis.MouseEvent;

type Properties = {
  row: Row;
  index: number;
  last: boolean;
  shown: GridShown;
  /** The column that has the keyboard, when it is in this line. */
  spot: number | undefined;
  deeds: LineDeeds;
  editing: { editing: Editing; editor: Omit<EditorDeeds, "last"> } | undefined;
};

/** They stay the same as long as the grid stands, so that a line is drawn anew only when it differs. */
export type LineDeeds = {
  open: (row: Row, column: Column) => void;
  /** Goes to the record's own page. */
  follow: (row: Row, name: string) => void;
  pickLabel: (name: string) => string;
};

export const GridLine = memo(Line);

function Line(properties: Properties) {
  const { row, index, shown, spot, deeds } = properties;
  const { entity, columns, format, picked } = shown;
  const name = leadText(leadOf(entity, columns), row, format);
  const isPicked = picked.ids.has(row.id);
  return (
    <tr aria-rowindex={index + 2} aria-selected={isPicked}>
      <td>
        <Tick
          aria-label={deeds.pickLabel(name)}
          data-spot={`${index}:0`}
          tabIndex={spot === 0 ? 0 : -1}
          checked={isPicked}
          onChange={({ nativeEvent }) =>
            picked.toggle(row, (nativeEvent as Click).shiftKey === true)
          }
        />
      </td>
      {columns.map((column, at) =>
        at === 0 ? (
          <NameCell key={column.path} line={properties} column={column} name={name} />
        ) : (
          <Cell key={column.path} line={properties} column={column} at={at + 1} />
        ),
      )}
    </tr>
  );
}

type NameProperties = { line: Properties; column: Column; name: string };

/** The cell that names the record and leads to it. */
function NameCell({ line, column, name }: NameProperties) {
  const { row, index, last, shown, spot, editing, deeds } = line;
  const { entity, tenant, format } = shown;
  const value = { field: column.field, value: row.values[column.path], format };
  const shape = shapeOf(entity.name);
  if (editing?.editing.column.path === column.path) {
    return (
      <td data-editing="true">
        <CellEditor editing={editing.editing} deeds={{ ...editing.editor, last }} />
      </td>
    );
  }
  return (
    <th scope="row" title={plainValue(value)} data-align={column.align}>
      <a
        href={recordAddress(tenant, entity.name, row.id)}
        className={shape === undefined ? "cut" : "who"}
        data-spot={`${index}:1`}
        tabIndex={spot === 1 ? 0 : -1}
        onClick={(event) => {
          if (isPlain(event)) {
            event.preventDefault();
            deeds.follow(row, name);
          }
        }}
      >
        {shape === undefined ? null : <Avatar name={name} shape={shape} />}
        <span className="cut">
          <FieldValue {...value} />
        </span>
      </a>
    </th>
  );
}

/** A click that opens nothing beside this page; the browser does the others. */
function isPlain({ button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean {
  return button === 0 && !(ctrlKey || metaKey || shiftKey || altKey);
}

type CellProperties = { line: Properties; column: Column; at: number };

function Cell({ line, column, at }: CellProperties) {
  const { row, index, last, shown, spot, editing, deeds } = line;
  const source = sourceOf(shown.tenant, row, column);
  const value = {
    field: column.field,
    value: row.values[column.path],
    format: shown.format,
    source,
  };
  if (editing?.editing.column.path === column.path) {
    return (
      <td data-editing="true" data-align={column.align}>
        <CellEditor editing={editing.editing} deeds={{ ...editing.editor, last }} />
      </td>
    );
  }
  return (
    <td
      title={plainValue(value)}
      data-align={column.align}
      data-spot={`${index}:${at}`}
      tabIndex={spot === at ? 0 : -1}
      onDoubleClick={() => deeds.open(row, column)}
    >
      <Value {...value} />
    </td>
  );
}

/** Drawing values is most of the work of a list: unchanged ones are left as they are. */
const Value = memo(FieldValue);
