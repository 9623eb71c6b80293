import { useFormat } from "@/lib/format";
import classes from "./outcome.module.css";

export type Tally = { count: number; label: string; tone?: "fine" | "trouble" };

/** A few counts side by side, each with its word. */
export function Tallies({ tallies }: { tallies: Tally[] }) {
  const { number } = useFormat();
  return (
    <dl className={classes.tallies}>
      {tallies.map(({ count, label, tone }) => (
        <div key={label} data-tone={count === 0 ? undefined : tone}>
          <dt>{label}</dt>
          <dd className="num">{number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
