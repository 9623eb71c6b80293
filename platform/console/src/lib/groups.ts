import type { Entity, Model } from "@/lib/model";

export type GroupName = "relations" | "business" | "activity" | "attached" | "team";

export type Group = { name: GroupName; entities: Entity[] };

const ORDER: GroupName[] = ["relations", "business", "activity", "attached", "team"];

/** The entities as the rail shows them, by what they are; groups without entities are left out. */
export function groupsOf(model: Model): Group[] {
  const entities = Object.values(model.entities);
  return ORDER.map((name) => ({
    name,
    entities: entities.filter((entity) => groupOf(entity) === name),
  })).filter((group) => group.entities.length > 0);
}

function groupOf(entity: Entity): GroupName {
  if (entity.rank === "platform") {
    return "team";
  }
  if (entity.traits.includes("party")) {
    return "relations";
  }
  if (entity.traits.includes("activity")) {
    return "activity";
  }
  return isAttached(entity) ? "attached" : "business";
}

/** Whether its records live and die with the record that they belong to. */
function isAttached({ fields }: Entity): boolean {
  return Object.values(fields).some(
    (field) => field.kind === "reference" && field.on_delete === "cascade",
  );
}
