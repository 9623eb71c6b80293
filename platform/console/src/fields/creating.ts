import { createContext } from "react";
import type { Entity } from "@/lib/model";
import type { Changes, Referred } from "@/lib/record";

/**
 * Makes a record aside, beginning with what was typed and what is given; nothing when the person
 * gives up.
 */
export type CreateAside = (
  entity: Entity,
  typed: string,
  given?: Changes,
) => Promise<Referred | undefined>;

/** A picker offers to create only where somebody provides this. */
export const Creating = createContext<CreateAside | undefined>(undefined);
