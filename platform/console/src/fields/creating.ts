import { createContext } from "react";
import type { Entity } from "@/lib/model";
import type { Referred } from "@/lib/record";

/** Makes a record aside, beginning with what was typed; nothing when the person gives up. */
export type CreateAside = (entity: Entity, typed: string) => Promise<Referred | undefined>;

/** A picker offers to create only where somebody provides this. */
export const Creating = createContext<CreateAside | undefined>(undefined);
