import type { ComponentProps } from "react";
import classes from "./tick.module.css";

type Properties = Omit<ComponentProps<"input">, "type" | "className" | "ref"> & {
  indeterminate?: boolean;
};

/** A box to be ticked, as bare as the browser's own: a list draws one in each line. */
export function Tick({ indeterminate = false, ...input }: Properties) {
  return (
    <input
      {...input}
      type="checkbox"
      className={classes.tick}
      ref={(box) => {
        if (box !== null) {
          box.indeterminate = indeterminate;
        }
      }}
    />
  );
}
