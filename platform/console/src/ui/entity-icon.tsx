import {
  Building2,
  Contact,
  FileText,
  ListChecks,
  type LucideIcon,
  MapPin,
  MessagesSquare,
  Network,
  Package,
  Shapes,
  ShieldCheck,
  StickyNote,
  Tag,
  UserRound,
  UsersRound,
} from "lucide-react";
import type { Entity } from "@/lib/model";

const BY_NAME: Record<string, LucideIcon> = {
  person: UserRound,
  organization: Building2,
  user: Contact,
  team: UsersRound,
  task: ListChecks,
  note: StickyNote,
  consent: ShieldCheck,
  relationship: Network,
  party_role: Tag,
  party_address: MapPin,
};

const BY_TRAIT: Record<string, LucideIcon> = {
  party: UserRound,
  activity: MessagesSquare,
  priced: Package,
  staged: FileText,
};

export function EntityIcon({ entity }: { entity: Entity }) {
  const Icon = iconOf(entity);
  return <Icon aria-hidden="true" />;
}

/** An entity's icon: its own when the base pack knows it, else that of its first telling trait. */
export function iconOf(entity: Entity): LucideIcon {
  const trait = entity.traits.find((name) => BY_TRAIT[name] !== undefined);
  return BY_NAME[entity.name] ?? BY_TRAIT[trait ?? ""] ?? Shapes;
}
