import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { OctagonX } from "lucide-react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import { type Deed, type Job, jobQuery, tellJob } from "@/lib/jobs";
import { forget } from "@/lib/write";
import classes from "./imports.module.css";
import outcome from "./outcome.module.css";
import type { Place } from "./page";
import { Refusal } from "./refusal";
import { Result } from "./result";

type Properties = Place & {
  job: Job;
  onAnother: () => void;
  /** Shows another job in this one's place. */
  go: (job: string) => void;
};

/** How far an import has come, then what became of it. */
export function RunStep({ job, onAnother, go, ...place }: Properties) {
  const { tenant, entity } = place;
  const queries = useQueryClient();
  const running = job.state === "running";
  useEffect(() => {
    if (!running) {
      forget(queries, tenant, entity.name);
    }
  }, [running, queries, tenant, entity.name]);
  const telling = useMutation({
    mutationFn: (deed: Deed) => tellJob(tenant, job.id, deed),
    onSuccess: (told) => {
      queries.setQueryData(jobQuery(tenant, told.id).queryKey, told);
      if (told.id !== job.id) {
        go(told.id);
      }
    },
  });
  const refusal =
    telling.error === null ? null : (
      <Refusal
        error={telling.error}
        retry={() => telling.variables && telling.mutate(telling.variables)}
      />
    );
  if (job.state === "scheduled") {
    return (
      <Planned
        model={place.model}
        job={job}
        refusal={refusal}
        onCancel={() => telling.mutate("cancel")}
      />
    );
  }
  return running ? (
    <Under job={job} refusal={refusal} onCancel={() => telling.mutate("cancel")} />
  ) : (
    <Result
      {...place}
      {...{ job, refusal, onAnother }}
      busy={telling.isPending}
      onTell={(deed) => telling.mutate(deed)}
    />
  );
}

function Planned({ model, job, refusal, onCancel }: Running & Pick<Place, "model">) {
  const { t } = useTranslation();
  const { dateTime } = useFormat(model.timeZone);
  const at = dateTime(job.run_at ?? job.created_at);
  return (
    <>
      <h2 tabIndex={-1} className={classes.title}>
        {t("imports.run.scheduled")}
      </h2>
      <p>{t("imports.run.scheduledAt", { at })}</p>
      {refusal}
      <div className={classes.foot}>
        <Button leftSection={<OctagonX />} onClick={onCancel}>
          {t("imports.run.unschedule")}
        </Button>
      </div>
    </>
  );
}

type Running = { job: Job; refusal: React.ReactNode; onCancel: () => void };

function Under({ job, refusal, onCancel }: Running) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { total, ok, failed } = job.rows;
  const time = useTime();
  const title = t(job.kind === "undo" ? "imports.result.undoing" : "imports.run.title");
  const of = { done: number(ok + failed), all: number(total) };
  return (
    <>
      <h2 tabIndex={-1} className={classes.title}>
        {title}
      </h2>
      <progress
        className={outcome.progress}
        max={Math.max(1, total)}
        value={ok + failed}
        aria-label={title}
      />
      <p className={`${outcome.facts} num`}>
        <span>{t("imports.run.of", of)}</span>
        {failed === 0 ? null : <span>{t("imports.run.failed", { n: number(failed) })}</span>}
        {job.rate === 0 ? null : <span>{t("imports.run.rate", { n: number(job.rate) })}</span>}
        {job.eta === null ? null : <span>{t("imports.run.eta", { time: time(job.eta) })}</span>}
      </p>
      <p className={classes.soft}>{t("imports.run.leave")}</p>
      {refusal}
      <div className={classes.foot}>
        <Button leftSection={<OctagonX />} onClick={onCancel}>
          {t("imports.run.cancel")}
        </Button>
      </div>
    </>
  );
}

/** Seconds as one says them. */
function useTime(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) =>
    seconds < 60
      ? t("imports.run.seconds", { n: seconds })
      : t("imports.run.minutes", { n: Math.round(seconds / 60) });
}
