import { type Entity, readModel, type WireModel } from "@/lib/model";
import wire from "./wire-model.json";

/** A small model as the API answers it, read as the console reads it. */
export const model = readModel(wire as WireModel);

export function entity(name: keyof typeof wire.entities): Entity {
  return model.entities[name] as Entity;
}
