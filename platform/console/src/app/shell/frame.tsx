import type { ReactNode } from "react";
import { Sign } from "@/ui/sign";
import classes from "./frame.module.css";
import { Preferences } from "./preferences";

/** A page outside any tenant: the sign, the person, one thing to do. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <div className={classes.frame}>
      <header className={classes.top}>
        <span className={classes.brand}>
          <Sign />
          Entente
        </span>
        <Preferences />
      </header>
      <main className={classes.main}>{children}</main>
    </div>
  );
}
