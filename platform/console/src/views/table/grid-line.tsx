import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { FieldValue, plainValue } from "@/fields/field-value";
import { remember } from "@/lib/recent";
import type { Row } from "@/lib/record";
import { Avatar, shapeOf } from "@/ui/avatar";
import { CellEditor, type EditorDeeds } from "./cell-editor";
import type { Column } from "./columns";
import type { Editing } from "./editing";
import type { GridShown } from "./grid";
import { leadOf, leadText } from "./lead";

type Properties = {
  place: { row: Row; index: number; last: boolean };
  shown: GridShown;
  /** The column that has the keyboard, when it is in this line. */
  spot: number | undefined;
  open: (row: Row, column: Column) => void;
  editing: { editing: Editing; editor: Omit<EditorDeeds, "last"> } | undefined;
};

export function GridLine(properties: Properties) {
  const { place, shown, spot } = properties;
  const { row, index } = place;
  const { entity, columns, format, picked } = shown;
  const name = leadText(leadOf(entity, columns), row, format);
  const isPicked = picked.ids.has(row.id);
  return (
    <tr aria-rowindex={index + 2} aria-selected={isPicked}>
      <td>
        <Picking row={row} name={name} at={`${index}:0`} has={spot === 0} picked={picked} />
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

type Pick = { row: Row; name: string; at: string; has: boolean; picked: GridShown["picked"] };

function Picking({ row, name, at, has, picked }: Pick) {
  const { t } = useTranslation();
  return (
    <Checkbox
      size="xs"
      aria-label={t("grid.pick", { name })}
      data-spot={at}
      tabIndex={has ? 0 : -1}
      checked={picked.ids.has(row.id)}
      onChange={(event) => picked.toggle(row, (event.nativeEvent as MouseEvent).shiftKey === true)}
    />
  );
}

type NameProperties = { line: Properties; column: Column; name: string };

/** The cell that names the record and leads to it. */
function NameCell({ line, column, name }: NameProperties) {
  const { place, shown, spot, editing } = line;
  const { row, index, last } = place;
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
      <Link
        to="/t/$tenant/e/$entity/$id"
        params={{ tenant, entity: entity.name, id: row.id }}
        className={shape === undefined ? "cut" : "who"}
        data-spot={`${index}:1`}
        tabIndex={spot === 1 ? 0 : -1}
        onClick={() => remember(tenant, { entity: entity.name, id: row.id, label: name })}
      >
        {shape === undefined ? null : <Avatar name={name} shape={shape} />}
        <span className="cut">
          <FieldValue {...value} />
        </span>
      </Link>
    </th>
  );
}

type CellProperties = { line: Properties; column: Column; at: number };

function Cell({ line, column, at }: CellProperties) {
  const { place, shown, spot, editing, open } = line;
  const { row, index, last } = place;
  const value = { field: column.field, value: row.values[column.path], format: shown.format };
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
      onDoubleClick={() => open(row, column)}
    >
      <Value {...value} />
    </td>
  );
}

/** Drawing values is most of the work of a list: unchanged ones are left as they are. */
const Value = memo(FieldValue);
