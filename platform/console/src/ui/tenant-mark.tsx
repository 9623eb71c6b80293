import { initials } from "./avatar";
import classes from "./tenant-mark.module.css";

export function TenantMark({ title, large }: { title: string; large?: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={classes.mark}
      data-large={large}
      data-letters={initials(title).slice(-1)}
    />
  );
}
