import { Button } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import { type Model, modelQuery, useTenantTitle } from "@/lib/model";
import { useRights } from "@/lib/rights";
import { textIn } from "@/lib/text";
import { Badge, type MarkShape } from "@/ui/badge";
import { EntityIcon } from "@/ui/entity-icon";
import { usePageTitle } from "@/ui/page-title";
import { ProblemState } from "@/ui/problem-state";
import { SignDrawing } from "@/ui/sign";
import { State } from "@/ui/state";
import { type Job, type JobState, jobsQuery } from "./api";
import classes from "./imports.module.css";
import listed from "./overview.module.css";

/** The imports of the person, the latest first, and where another can begin. */
export function ImportsPage({ tenant }: { tenant: string }) {
  const { t } = useTranslation();
  const { data: model } = useQuery(modelQuery(tenant));
  usePageTitle(t("imports.jobs.title"), useTenantTitle(tenant));
  return model === undefined ? null : (
    <div className={classes.page}>
      <header className={`${classes.head} ${listed.head}`}>
        <h1>{t("imports.jobs.title")}</h1>
      </header>
      <Jobs tenant={tenant} model={model} />
      <Starts tenant={tenant} model={model} />
    </div>
  );
}

type Given = { tenant: string; model: Model };

function Jobs({ tenant, model }: Given) {
  const { t } = useTranslation();
  const asked = useInfiniteQuery(jobsQuery(tenant));
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = asked;
  if (data === undefined) {
    return error === null ? null : <ProblemState error={error} retry={refetch} />;
  }
  const jobs = data.pages.flatMap((page) => page.data).filter((job) => !forsaken(job));
  if (jobs.length === 0) {
    return (
      <State
        art={<SignDrawing />}
        title={t("imports.jobs.empty")}
        hint={t("imports.jobs.emptyHint")}
      />
    );
  }
  return (
    <>
      <p className={classes.soft}>{t("imports.jobs.lead")}</p>
      <ul className={listed.jobs}>
        {jobs.map((job) => (
          <Line key={job.id} {...{ tenant, model, job }} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t("imports.jobs.more")}
        </Button>
      ) : null}
    </>
  );
}

/** Given up before it began: another file or another way took its place. */
function forsaken({ state, rows }: Job): boolean {
  return state === "cancelled" && rows.ok + rows.failed === 0;
}

const LOOKS: Record<JobState, [string, MarkShape]> = {
  waiting: ["gray", "draft"],
  running: ["blue", "half"],
  done: ["green", "fine"],
  stopped: ["amber", "paused"],
  cancelled: ["gray", "ended"],
  interrupted: ["red", "trouble"],
  dead: ["red", "trouble"],
};

function Line({ tenant, model, job }: Given & { job: Job }) {
  const { t } = useTranslation();
  const { dateTime, number, language } = useFormat(model.timeZone);
  const entity = model.entities[job.entity];
  if (entity === undefined) {
    return null;
  }
  const undo = job.kind === "undo";
  const plural = textIn(entity.plural, language);
  const [color, mark] = LOOKS[job.state];
  const counts = { ok: number(job.rows.ok), failed: number(job.rows.failed) };
  return (
    <li>
      <EntityIcon entity={entity} />
      <Link
        to="/t/$tenant/import/$entity"
        params={{ tenant, entity: entity.name }}
        search={{ job: job.id }}
      >
        {undo ? `${t("imports.jobs.undo")} · ${plural}` : plural}
      </Link>
      <Badge color={color} mark={mark}>
        {t(`imports.jobs.states.${job.state}`)}
      </Badge>
      <span className="num">
        {job.state === "waiting"
          ? null
          : t(undo ? "imports.jobs.undoCounts" : "imports.jobs.counts", counts)}
      </span>
      <time dateTime={job.created_at} className="num">
        {dateTime(job.created_at)}
      </time>
    </li>
  );
}

function Starts({ tenant, model }: Given) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const may = useRights(tenant);
  const open = Object.values(model.entities).filter(
    (entity) => entity.rank !== "platform" && may(entity, "create"),
  );
  return open.length === 0 ? null : (
    <section className={classes.learn} aria-labelledby="imports-start">
      <h2 id="imports-start" className={classes.title}>
        {t("imports.jobs.start")}
      </h2>
      <ul className={listed.starts}>
        {open.map((entity) => (
          <li key={entity.name}>
            <Link to="/t/$tenant/import/$entity" params={{ tenant, entity: entity.name }}>
              <EntityIcon entity={entity} />
              {textIn(entity.plural, language)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
