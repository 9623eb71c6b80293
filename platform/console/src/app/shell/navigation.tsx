import { Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { House } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { groupsOf } from "@/lib/groups";
import { useLanguage } from "@/lib/language";
import { type Entity, modelQuery } from "@/lib/model";
import { textIn } from "@/lib/text";
import { EntityIcon } from "@/ui/entity-icon";
import classes from "./navigation.module.css";

const ICONS_ONLY = "(min-width: 720px) and (max-width: 959.98px)";

type Properties = { tenant: string; onFollow?: (() => void) | undefined };
type LinkProperties = Properties & { entity: Entity; iconsOnly: boolean };

/** The ways through a tenant: home, and its entities by group. */
export function Navigation({ tenant, onFollow }: Properties) {
  const { t } = useTranslation();
  const { data: model } = useQuery(modelQuery(tenant));
  const iconsOnly = useMediaQuery(ICONS_ONLY, false, { getInitialValueInEffect: false });
  const groups = model === undefined ? [] : groupsOf(model);
  return (
    <nav className={classes.navigation} aria-label={t("navigation")}>
      <Link
        to="/t/$tenant/"
        params={{ tenant }}
        className={classes.link}
        activeOptions={{ exact: true }}
        onClick={onFollow}
      >
        <Named icon={<House aria-hidden="true" />} name={t("home")} iconsOnly={iconsOnly} />
      </Link>
      {groups.map(({ name, entities }) => (
        <div key={name}>
          <p id={`group-${name}`} className={classes.heading}>
            <span>{t(`groups.${name}`)}</span>
          </p>
          <ul aria-labelledby={`group-${name}`}>
            {entities.map((entity) => (
              <li key={entity.name}>
                <EntityLink {...{ tenant, entity, onFollow, iconsOnly }} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function EntityLink({ tenant, entity, onFollow, iconsOnly }: LinkProperties) {
  const plural = textIn(entity.plural, useLanguage());
  return (
    <Link
      to="/t/$tenant/e/$entity"
      params={{ tenant, entity: entity.name }}
      className={classes.link}
      activeOptions={{ includeSearch: false }}
      onClick={onFollow}
    >
      <Named icon={<EntityIcon entity={entity} />} name={plural} iconsOnly={iconsOnly} />
    </Link>
  );
}

type NamedProperties = { icon: ReactNode; name: string; iconsOnly: boolean };

/** An icon and its word; where only the icon has room, the word is its tooltip. */
function Named({ icon, name, iconsOnly }: NamedProperties) {
  const named = (
    <span className={classes.named}>
      {icon}
      <span className="cut">{name}</span>
    </span>
  );
  return iconsOnly ? (
    <Tooltip label={name} position="right">
      {named}
    </Tooltip>
  ) : (
    named
  );
}
