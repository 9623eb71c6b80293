import { Button } from "@mantine/core";
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import { type Job, jobsQuery, tellJob } from "@/lib/jobs";
import { type Entity, type Model, modelQuery, useTenantTitle } from "@/lib/model";
import { problemOf } from "@/lib/problem";
import { useRights } from "@/lib/rights";
import { textIn } from "@/lib/text";
import { Badge } from "@/ui/badge";
import { EntityIcon } from "@/ui/entity-icon";
import { usePageTitle } from "@/ui/page-title";
import { ProblemState } from "@/ui/problem-state";
import { SignDrawing } from "@/ui/sign";
import { State } from "@/ui/state";
import { say } from "@/ui/toasts";
import { LOOKS } from "./looks";
import listed from "./overview.module.css";

/** The long work of the person, the latest first, and where an import can begin. */
export function JobsPage({ tenant }: { tenant: string }) {
  const { t } = useTranslation();
  const { data: model } = useQuery(modelQuery(tenant));
  usePageTitle(t("jobs.title"), useTenantTitle(tenant));
  return model === undefined ? null : (
    <div className={listed.page}>
      <header className={listed.head}>
        <h1>{t("jobs.title")}</h1>
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
    return <State art={<SignDrawing />} title={t("jobs.empty")} hint={t("jobs.emptyHint")} />;
  }
  return (
    <>
      <p className={listed.soft}>{t("jobs.lead")}</p>
      <ul className={listed.jobs}>
        {jobs.map((job) => {
          const entity = model.entities[job.entity];
          return entity === undefined ? null : (
            <Line key={job.id} {...{ tenant, model, job, entity }} />
          );
        })}
      </ul>
      {hasNextPage ? (
        <Button disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {t("jobs.more")}
        </Button>
      ) : null}
    </>
  );
}

/** Given up before it began: another file or another way took its place. */
function forsaken({ state, rows }: Job): boolean {
  return state === "cancelled" && rows.ok + rows.failed === 0;
}

type One = Given & { job: Job; entity: Entity };

function Line({ tenant, model, job, entity }: One) {
  const { t } = useTranslation();
  const { dateTime, number, language } = useFormat(model.timeZone);
  const [color, mark] = LOOKS[job.state];
  const plural = textIn(entity.plural, language);
  const counts = { ok: number(job.rows.ok), failed: number(job.rows.failed) };
  const named = `${t(`jobs.kinds.${job.kind}`)} · ${plural}`;
  return (
    <li>
      <EntityIcon entity={entity} />
      {job.kind === "import" ? (
        <Link
          to="/t/$tenant/import/$entity"
          params={{ tenant, entity: entity.name }}
          search={{ job: job.id }}
        >
          {named}
        </Link>
      ) : (
        <Link to="/t/$tenant/jobs/$job" params={{ tenant, job: job.id }}>
          {named}
        </Link>
      )}
      <Badge color={color} mark={mark}>
        {t(`jobs.states.${job.state}`)}
      </Badge>
      <span className="num">
        {job.state === "scheduled" && job.run_at !== undefined
          ? t("jobs.at", { at: dateTime(job.run_at) })
          : null}
        {job.state === "waiting" ? <Discard tenant={tenant} job={job} name={named} /> : null}
        {job.state === "waiting" || job.state === "scheduled"
          ? null
          : t(`jobs.counts.${job.kind}`, counts)}
      </span>
      <time dateTime={job.created_at} className="num">
        {dateTime(job.created_at)}
      </time>
    </li>
  );
}

/** A draft goes; the file that was sent for it goes with the next sweeping. */
function Discard({ tenant, job, name }: { tenant: string; job: Job; name: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const discarding = useMutation({
    mutationFn: () => tellJob(tenant, job.id, "cancel"),
    onSuccess: () => {
      say({ said: t("jobs.discarded") });
      return queries.invalidateQueries({ queryKey: jobsQuery(tenant).queryKey });
    },
    onError: (error) => {
      const { detail, title } = problemOf(error);
      say({ said: detail ?? title, failed: true });
    },
  });
  return (
    <Button
      size="sm"
      variant="subtle"
      color="gray"
      className={listed.discard}
      leftSection={<Trash2 />}
      aria-label={t("jobs.discard", { name })}
      disabled={discarding.isPending}
      onClick={() => discarding.mutate()}
    >
      {t("jobs.discardShort")}
    </Button>
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
    <section className={listed.learn} aria-labelledby="imports-start">
      <h2 id="imports-start">{t("jobs.start")}</h2>
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
