import {
  Building,
  House,
  Keyboard,
  Languages,
  type LucideIcon,
  Palette,
  Plus,
  Rows3,
  Upload,
} from "lucide-react";
import { EntityIcon } from "@/ui/entity-icon";
import type { Command, Icon } from "./commands";

const ICONS: Record<Icon, LucideIcon> = {
  home: House,
  view: Rows3,
  create: Plus,
  import: Upload,
  tenant: Building,
  theme: Palette,
  language: Languages,
  keys: Keyboard,
};

export function PaletteIcon({ icon }: Pick<Command, "icon">) {
  if (typeof icon !== "string") {
    return <EntityIcon entity={icon} />;
  }
  const Drawn = ICONS[icon];
  return <Drawn aria-hidden="true" />;
}
