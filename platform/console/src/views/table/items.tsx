import { Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { FieldValue, isAbsent, plainValue } from "@/fields/field-value";
import type { Row } from "@/lib/record";
import { Avatar, shapeOf } from "@/ui/avatar";
import type { Column } from "./columns";
import classes from "./items.module.css";
import { leadOf, leadText } from "./lead";
import type { Picked } from "./picked";
import type { Listing } from "./table";

const WORDS_IN_THE_MIDDLE = 2;

type Place = Listing & {
  tenant: string;
  /** There while records are being picked instead of opened. */
  picked?: Picked | undefined;
};

/** Records as three-line items for a narrow screen: name and amount, what, status and date. */
export function Items({ listing, label }: { listing: Place; label: string }) {
  return (
    <ul aria-label={label}>
      {listing.rows.map((row) => (
        <Item key={row.id} row={row} listing={listing} />
      ))}
    </ul>
  );
}

function Item({ row, listing }: { row: Row; listing: Place }) {
  const { t } = useTranslation();
  const id = useId();
  const { entity, columns, format, tenant, picked } = listing;
  const lead = leadOf(entity, columns);
  const { amount, status, day, words } = placed(columns.filter((column) => !lead.includes(column)));
  const name = leadText(lead, row, format);
  const shape = shapeOf(entity.name);
  const middle = words
    .map(({ path, field }) => plainValue({ field, value: row.values[path], format }))
    .filter((word) => word !== "")
    .slice(0, WORDS_IN_THE_MIDDLE)
    .join(" · ");
  const drawn = (column: Column | undefined) =>
    column === undefined || isAbsent(row.values[column.path]) ? null : (
      <FieldValue field={column.field} value={row.values[column.path]} format={format} />
    );
  return (
    <li className={classes.item} data-face={shape !== undefined || picked !== undefined}>
      {picked === undefined ? null : (
        <Checkbox
          id={id}
          aria-label={t("grid.pick", { name })}
          checked={picked.ids.has(row.id)}
          onChange={() => picked.toggle(row, false)}
        />
      )}
      {shape === undefined || picked !== undefined ? null : (
        <Avatar name={name} shape={shape} large />
      )}
      {picked === undefined ? (
        <Link
          to="/t/$tenant/e/$entity/$id"
          params={{ tenant, entity: entity.name, id: row.id }}
          className={classes.name}
        >
          {name === "" ? "—" : name}
        </Link>
      ) : (
        <label className={classes.name} htmlFor={id}>
          {name === "" ? "—" : name}
        </label>
      )}
      <span className={classes.amount}>{drawn(amount)}</span>
      {middle === "" ? null : <span className={classes.middle}>{middle}</span>}
      <span className={classes.status}>{drawn(status)}</span>
      <span className={classes.day}>{drawn(day)}</span>
    </li>
  );
}

/** Which column stands where; the first of its kind wins. */
function placed(columns: Column[]) {
  const first = (...kinds: string[]) => columns.find(({ field }) => kinds.includes(field.kind));
  const amount = first("money") ?? first("decimal", "integer", "percent");
  const status = columns.find(({ field }) => field.name === "status") ?? first("choice");
  const day = first("date", "date_time");
  const words = columns.filter((column) => ![amount, status, day].includes(column));
  return { amount, status, day, words };
}
