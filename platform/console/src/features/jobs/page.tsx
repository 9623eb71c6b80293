import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { FieldValue } from "@/fields/field-value";
import { useFormat } from "@/lib/format";
import { isUnderWay, type Job, jobQuery } from "@/lib/jobs";
import { type Entity, fieldOf, type Model, modelQuery, useTenantTitle } from "@/lib/model";
import { textIn } from "@/lib/text";
import { forget } from "@/lib/write";
import { Badge } from "@/ui/badge";
import { EntityIcon } from "@/ui/entity-icon";
import { usePageTitle } from "@/ui/page-title";
import { Missing, ProblemState } from "@/ui/problem-state";
import classes from "./jobs.module.css";
import { LOOKS } from "./looks";
import { Outcome } from "./outcome";
import { UnderWay } from "./under-way";

/** One job: what was asked for, how far it is, what became of it. */
export function JobPage({ tenant, job: id }: { tenant: string; job: string }) {
  const { data: model } = useQuery(modelQuery(tenant));
  const { data: job, error, refetch } = useQuery(jobQuery(tenant, id));
  if (error !== null && job === undefined) {
    return <ProblemState error={error} retry={refetch} />;
  }
  if (model === undefined || job === undefined) {
    return null;
  }
  const entity = model.entities[job.entity];
  return entity === undefined ? <Missing /> : <Shown {...{ tenant, model, entity, job }} />;
}

export type Known = { tenant: string; model: Model; entity: Entity; job: Job };

function Shown(known: Known) {
  const { tenant, model, entity, job } = known;
  const { t } = useTranslation();
  const { language } = useFormat(model.timeZone);
  const queries = useQueryClient();
  const title = `${t(`jobs.kinds.${job.kind}`)} · ${textIn(entity.plural, language)}`;
  usePageTitle(title, useTenantTitle(tenant));
  const under = isUnderWay(job);
  useEffect(() => {
    if (!under) {
      forget(queries, tenant, entity.name);
    }
  }, [under, queries, tenant, entity.name]);
  const [color, mark] = LOOKS[job.state];
  return (
    <div className={classes.page}>
      <nav className={classes.trail} aria-label={t("record.trail")}>
        <ChevronLeft aria-hidden="true" />
        <Link to="/t/$tenant/jobs" params={{ tenant }}>
          {t("jobs.title")}
        </Link>
      </nav>
      <header className={classes.head}>
        <EntityIcon entity={entity} />
        <h1>{title}</h1>
        <span role="status">
          <Badge color={color} mark={mark}>
            {t(`jobs.states.${job.state}`)}
          </Badge>
        </span>
      </header>
      <Asked {...known} />
      {under ? <UnderWay {...known} /> : <Outcome {...known} />}
    </div>
  );
}

/** Which records, and what they become. */
function Asked({ tenant, model, entity, job }: Known) {
  const { t } = useTranslation();
  const format = useFormat(model.timeZone);
  const changes = Object.entries(job.values ?? {}).flatMap(([name, value]) => {
    const field = fieldOf(model, entity, name);
    return field === undefined ? [] : [{ field, value }];
  });
  if (job.kind === "undo") {
    return job.of === undefined ? null : (
      <p>
        <Link className={classes.link} to="/t/$tenant/jobs/$job" params={{ tenant, job: job.of }}>
          {t("jobs.open")}
        </Link>
      </p>
    );
  }
  return (
    <dl className={classes.asked}>
      <div>
        <dt>{t("jobs.filter")}</dt>
        <dd>{job.filter === undefined ? t("jobs.whole") : <code>{job.filter}</code>}</dd>
      </div>
      {changes.map(({ field, value }) => (
        <div key={field.name}>
          <dt>{t("jobs.changes")}</dt>
          <dd>
            {textIn(field.label, format.language)} :{" "}
            {typeof value === "string" && field.kind === "reference" ? (
              <code>{value}</code>
            ) : (
              <FieldValue field={field} value={value} format={format} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
