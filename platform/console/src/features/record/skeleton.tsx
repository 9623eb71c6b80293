import { Skeleton } from "@mantine/core";
import classes from "./record.module.css";

const LINES = Array.from({ length: 9 }, (_, line) => line);

/** The page before its record: the same geometry, so that nothing jumps. */
export function RecordSkeleton() {
  return (
    <div className={`${classes.page} late`} aria-hidden="true">
      <div className={classes.trail}>
        <Skeleton height={10} width={120} />
      </div>
      <div className={classes.head}>
        <Skeleton height={48} width={48} radius="md" />
        <Skeleton height={18} width={260} />
      </div>
      <div className={classes.ghosts}>
        {LINES.map((line) => (
          <Skeleton key={line} height={12} width={`${30 + ((line * 11) % 5) * 6}%`} />
        ))}
      </div>
    </div>
  );
}
