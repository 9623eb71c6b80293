import { UnstyledButton } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type Format, useFormat } from "@/lib/format";
import { isUnderWay, type Job, jobQuery, tellJob } from "@/lib/jobs";
import { type Model, modelQuery } from "@/lib/model";
import { problemOf } from "@/lib/problem";
import { textIn } from "@/lib/text";
import { type FileKind, unwatch, useWatched, type Watched, watch } from "@/lib/watched";
import { forget } from "@/lib/write";
import { say } from "@/ui/toasts";
import classes from "./watched-jobs.module.css";

/** The jobs that were begun from this page, wherever one goes meanwhile. */
export function WatchedJobs({ tenant }: { tenant: string }) {
  const { t } = useTranslation();
  const { data: model } = useQuery(modelQuery(tenant));
  const here = useWatched().filter((one) => one.tenant === tenant);
  return here.length === 0 || model === undefined ? null : (
    <section className={classes.jobs} aria-label={t("jobs.under")}>
      {here.map((one) => (
        <Under key={one.id} model={model} watched={one} />
      ))}
    </section>
  );
}

type Given = { model: Model; watched: Watched };

function Under({ model, watched }: Given) {
  const { tenant, id } = watched;
  const { t } = useTranslation();
  const format = useFormat(model.timeZone);
  const { data: job } = useQuery(jobQuery(tenant, id));
  const finish = useFinish(model, watched, format);
  const told = useRef(false);
  useEffect(() => {
    if (job !== undefined && !isUnderWay(job) && !told.current) {
      told.current = true;
      unwatch(id);
      finish(job);
    }
  }, [job, id, finish]);
  if (job === undefined) {
    return null;
  }
  const { total, ok, failed } = job.rows;
  const name = nameOf(model, job, format, t(`jobs.kinds.${job.kind}`));
  return (
    <div className={classes.job}>
      <Link to="/t/$tenant/jobs/$job" params={{ tenant, job: id }}>
        {name}
      </Link>
      <span className="num">
        {t("jobs.of", { done: format.number(ok + failed), all: format.number(total) })}
      </span>
      <progress max={Math.max(1, total)} value={ok + failed} aria-label={name} />
      <UnstyledButton className={classes.stop} onClick={() => tellJob(tenant, id, "cancel")}>
        {t("jobs.stop")}
      </UnstyledButton>
    </div>
  );
}

function nameOf(model: Model, job: Job, { language }: Format, kind: string): string {
  return `${kind} · ${textIn(model.entities[job.entity]?.plural ?? job.entity, language)}`;
}

/** Says what became of a job, with the next step: undo, see, or the file itself. */
function useFinish(model: Model, { tenant, saveAs }: Watched, format: Format) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const failed = (error: unknown) => {
    const { detail, title } = problemOf(error);
    say({ said: detail ?? title, failed: true });
  };
  const see = (job: Job) => ({
    label: t("jobs.see"),
    run: () => navigate({ to: "/t/$tenant/jobs/$job", params: { tenant, job: job.id } }),
  });
  const undo = (job: Job) => ({
    label: t("bulk.undo"),
    run: () => tellJob(tenant, job.id, "undo").then(({ id }) => watch({ tenant, id }), failed),
  });
  return (job: Job) => {
    const { kind, state, rows } = job;
    const n = (count: number) => ({ count, n: format.number(count) });
    forget(queries, tenant, job.entity);
    queries.invalidateQueries({ queryKey: [tenant, "jobs", "all"] });
    if (state !== "done") {
      const name = nameOf(model, job, format, t(`jobs.kinds.${kind}`));
      const said = t("jobs.ended", { name, state: t(`jobs.states.${state}`).toLowerCase() });
      say({ said, action: see(job), failed: state !== "cancelled" });
    } else if (kind === "export") {
      saveFile(tenant, model, job, saveAs ?? "csv", format).then(
        () => say({ said: t("jobs.said.export", n(rows.ok)), action: see(job) }),
        failed,
      );
    } else if (kind !== "import") {
      const said = t(`jobs.said.${kind}`, n(rows.ok));
      const refusals = rows.failed === 0 ? "" : ` · ${t("jobs.refused", n(rows.failed))}`;
      const undoable = kind !== "undo" && rows.failed === 0 && rows.ok > 0;
      say({ said: said + refusals, action: undoable ? undo(job) : see(job) });
    }
  };
}

async function saveFile(tenant: string, model: Model, job: Job, kind: FileKind, format: Format) {
  const { saveExport } = await import("@/views/table/exported");
  await saveExport(tenant, model, job, { kind, language: format.language });
}
