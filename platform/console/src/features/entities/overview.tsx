import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type Group, groupsOf } from "@/lib/groups";
import { useLanguage } from "@/lib/language";
import { type Entity, modelQuery, useTenantTitle } from "@/lib/model";
import { textIn } from "@/lib/text";
import { EntityIcon } from "@/ui/entity-icon";
import { usePageTitle } from "@/ui/page-title";
import { SignDrawing } from "@/ui/sign";
import { State } from "@/ui/state";
import classes from "./overview.module.css";

const NAMED_FIELDS = 4;
const GHOSTS = ["a", "b", "c", "d", "e", "f"];

/** A tenant's home: all that this person may look at, by group. */
export function Overview({ tenant }: { tenant: string }) {
  const { t } = useTranslation();
  const { data: model } = useQuery(modelQuery(tenant));
  const title = useTenantTitle(tenant);
  usePageTitle(title);
  const groups = model === undefined ? undefined : groupsOf(model);
  if (groups?.length === 0) {
    const [name, hint] = [t("overview.empty"), t("overview.emptyHint")];
    return <State whole art={<SignDrawing />} title={name} hint={hint} />;
  }
  return (
    <div className={classes.page}>
      <h1>{title}</h1>
      <p className={classes.lead}>{t("overview.lead")}</p>
      {groups?.map((group) => <Section key={group.name} tenant={tenant} group={group} />) ?? (
        <Ghosts />
      )}
    </div>
  );
}

function Section({ tenant, group: { name, entities } }: { tenant: string; group: Group }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby={`overview-${name}`}>
      <h2 id={`overview-${name}`}>{t(`groups.${name}`)}</h2>
      <ul className={classes.cards}>
        {entities.map((entity) => (
          <li key={entity.name}>
            <Card tenant={tenant} entity={entity} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Card({ tenant, entity }: { tenant: string; entity: Entity }) {
  const spoken = useLanguage();
  const labels = Object.values(entity.fields).map(({ label }) => textIn(label, spoken));
  const named = labels.slice(0, NAMED_FIELDS).join(", ");
  return (
    <Link
      to="/t/$tenant/e/$entity"
      params={{ tenant, entity: entity.name }}
      className={classes.card}
    >
      <EntityIcon entity={entity} />
      <span className={classes.texts}>
        <span className="cut">{textIn(entity.plural, spoken)}</span>
        <small className="cut">{named}</small>
      </span>
    </Link>
  );
}

function Ghosts() {
  return (
    <div className={`${classes.cards} ${classes.ghosts} late`} aria-hidden="true">
      {GHOSTS.map((ghost) => (
        <Skeleton key={ghost} height={60} radius="md" />
      ))}
    </div>
  );
}
