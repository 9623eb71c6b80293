import { FieldValue, plainValue } from "@/fields/field-value";
import type { Format } from "@/lib/format";
import type { Entity } from "@/lib/model";
import type { Row } from "@/lib/record";
import { Avatar, shapeOf } from "@/ui/avatar";
import type { Column } from "./columns";
import { leadOf, leadText } from "./lead";
import classes from "./table.module.css";

const GUTTER = 24;
const NAME_AT_LEAST = 176;

export type Listing = { entity: Entity; columns: Column[]; rows: Row[]; format: Format };

/** Records as lines, one column for each field. Columns of words share what the others leave. */
export function Table({ listing, label }: { listing: Listing; label: string }) {
  const { columns, rows } = listing;
  const others = columns.slice(1).reduce((sum, { width }) => sum + width, 0);
  const least = NAME_AT_LEAST + others + GUTTER;
  return (
    <table className={classes.table} style={{ minWidth: least }} aria-label={label}>
      <Head columns={columns} />
      <tbody>
        {rows.map((row) => (
          <Line key={row.id} row={row} listing={listing} />
        ))}
      </tbody>
    </table>
  );
}

export function Head({ columns }: { columns: Column[] }) {
  return (
    <thead>
      <tr>
        {columns.map(({ path, heading, width, grows, align }, index) => (
          <th
            key={path}
            scope="col"
            title={heading}
            data-align={align}
            style={
              index === 0 || grows ? undefined : { width: width + gutterAfter(index, columns) }
            }
          >
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The last column keeps the page's gutter on its right. */
function gutterAfter(index: number, columns: Column[]): number {
  return index === columns.length - 1 ? GUTTER : 0;
}

function Line({ row, listing: { entity, columns, format } }: { row: Row; listing: Listing }) {
  const shape = shapeOf(entity.name);
  return (
    <tr>
      {columns.map(({ path, field, align }, index) => {
        const shown = { field, value: row.values[path], format };
        const title = plainValue(shown);
        return index === 0 ? (
          <th key={path} scope="row" title={title} data-align={align}>
            {shape === undefined ? (
              <FieldValue {...shown} />
            ) : (
              <span className="who">
                <Avatar name={leadText(leadOf(entity, columns), row, format)} shape={shape} />
                <span className="cut">
                  <FieldValue {...shown} />
                </span>
              </span>
            )}
          </th>
        ) : (
          <td key={path} title={title} data-align={align}>
            <FieldValue {...shown} />
          </td>
        );
      })}
    </tr>
  );
}
