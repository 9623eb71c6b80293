import type { Reference } from "@/fields/definition";
import { Display as One } from "@/fields/reference/display";
import classes from "./multi-reference.module.css";

/** The names of the records, one after the other. */
export function Display({ value }: { value: Reference[] }) {
  return (
    <span className={classes.names}>
      {value.map((one) => (
        <span key={one.id} className={classes.name}>
          <One value={one} />
        </span>
      ))}
    </span>
  );
}
