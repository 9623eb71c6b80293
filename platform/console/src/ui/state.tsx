import type { ReactNode } from "react";
import classes from "./state.module.css";

type Properties = {
  art: ReactNode;
  title: string;
  hint: string;
  /** Whether this is all there is on the page, so that its title is the page's. */
  whole?: boolean;
  children?: ReactNode;
};

/** What stands in place of content: nothing there yet, not allowed, not found, not reachable. */
export function State({ art, title, hint, whole = false, children }: Properties) {
  const Title = whole ? "h1" : "h2";
  return (
    <div className={classes.state}>
      {art}
      <Title className={classes.title}>{title}</Title>
      <p className={classes.hint}>{hint}</p>
      {children}
    </div>
  );
}
