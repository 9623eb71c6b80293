import { createContext, use } from "react";
import type { Format } from "@/lib/format";
import type { Entity, Model } from "@/lib/model";
import type { Row } from "@/lib/record";
import type { Place } from "@/lib/write";
import type { Saving } from "./saving";

/** What every part of a record's page knows. */
export type Known = {
  place: Place;
  model: Model;
  entity: Entity;
  row: Row;
  name: string;
  format: Format;
  saving: Saving;
  editable: boolean;
};

export const KnownRecord = createContext<Known | undefined>(undefined);

export function useRecord(): Known {
  const known = use(KnownRecord);
  if (known === undefined) {
    throw new Error("outside a record's page");
  }
  return known;
}
