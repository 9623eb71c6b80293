import type { Row } from "@/lib/record";

/** The records that were picked, for what is done to several at once. */
export type Picked = {
  ids: ReadonlySet<string>;
  /** Picks or unpicks a record; with `through`, all between it and the one before. */
  toggle: (row: Row, through: boolean) => void;
  all: (picked: boolean) => void;
};
