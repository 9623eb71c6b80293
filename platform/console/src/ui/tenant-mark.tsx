import classes from "./tenant-mark.module.css";

/** A tenant's letter: that of its name, which is the same in every language. */
export function TenantMark({ name, large }: { name: string; large?: boolean }) {
  const letter = name.charAt(0).toUpperCase();
  return (
    <span aria-hidden="true" className={classes.mark} data-large={large} data-letters={letter} />
  );
}
