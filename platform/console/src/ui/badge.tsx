import type { ReactNode } from "react";
import classes from "./badge.module.css";

export type MarkShape = "draft" | "open" | "half" | "fine" | "paused" | "trouble" | "ended";

const SHAPES: Record<MarkShape, ReactNode> = {
  draft: <circle cx="12" cy="12" r="8.5" strokeDasharray="3.2 3.5" strokeWidth="2.6" />,
  open: <circle cx="12" cy="12" r="8.5" strokeWidth="2.6" />,
  half: (
    <>
      <circle cx="12" cy="12" r="8.5" strokeWidth="2.6" />
      <path d="M12 7a5 5 0 0 1 0 10z" fill="currentColor" stroke="none" />
    </>
  ),
  fine: (
    <>
      <circle cx="12" cy="12" r="9.5" fill="currentColor" stroke="none" />
      <path d="m8 12.4 2.8 2.8L16 9.6" className={classes.tick} strokeWidth="2.6" />
    </>
  ),
  paused: (
    <>
      <circle cx="12" cy="12" r="8.5" strokeWidth="2.6" />
      <path d="M10 9v6M14 9v6" strokeWidth="2.4" />
    </>
  ),
  trouble: (
    <>
      <path d="M12 3.5 21.5 20h-19z" strokeWidth="2.4" />
      <path d="M12 10v4.5M12 17v.2" strokeWidth="2.6" />
    </>
  ),
  ended: (
    <>
      <circle cx="12" cy="12" r="8.5" strokeWidth="2.6" />
      <path d="m9.2 9.2 5.6 5.6M14.8 9.2l-5.6 5.6" strokeWidth="2.2" />
    </>
  ),
};

type Properties = { color: string | undefined; mark: MarkShape | undefined; children: string };

/** A choice: its word, in its colour, after its mark. */
export function Badge({ color, mark, children }: Properties) {
  return (
    <span className={classes.badge} data-tint={color ?? "gray"} data-marked={mark !== undefined}>
      {mark === undefined ? null : (
        <svg aria-hidden="true" viewBox="0 0 24 24">
          {SHAPES[mark]}
        </svg>
      )}
      <span className="cut">{children}</span>
    </span>
  );
}
