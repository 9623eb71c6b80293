import { Button, Skeleton } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Play } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isToCome, type Moment, runAtOf, When } from "@/fields/when";
import { useFormat } from "@/lib/format";
import { type Job, jobQuery, tellJob } from "@/lib/jobs";
import { problemOf } from "@/lib/problem";
import { askedOf, type Preview, previewQuery, type Refused, redefineJob } from "./api";
import classes from "./imports.module.css";
import outcome from "./outcome.module.css";
import type { Place } from "./page";
import { Refusal } from "./refusal";
import { Tallies } from "./tallies";

type Properties = Place & { job: Job; onRun: () => void; onMend: () => void };

/** What the import would do, before it does anything. */
export function TrialStep({ tenant, job, onRun, onMend }: Properties) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(previewQuery(tenant, job.id));
  const [later, setLater] = useState<Moment>("now");
  const running = useMutation({
    mutationFn: async () => {
      const runAt = runAtOf(later);
      if (runAt !== undefined) {
        await redefineJob(tenant, job.id, { ...askedOf(job), run_at: runAt });
      }
      return tellJob(tenant, job.id, "run");
    },
    onSuccess: (run) => {
      onRun();
      queries.setQueryData(jobQuery(tenant, job.id).queryKey, run);
    },
  });
  const hopeless = data !== undefined && data.rows.ok === 0;
  return (
    <>
      <h2 tabIndex={-1} className={classes.title}>
        {t("imports.trial.title")}
      </h2>
      {data === undefined ? (
        <Waiting error={error} retry={refetch} />
      ) : (
        <Told preview={data} matching={job.match_on !== undefined} />
      )}
      {data === undefined || hopeless ? null : (
        <div className={classes.block}>
          <When tenant={tenant} value={later} onChange={setLater} />
        </div>
      )}
      {running.error === null ? null : (
        <Refusal error={running.error} retry={() => running.mutate()} />
      )}
      <div className={classes.foot}>
        {hopeless ? <p className={classes.soft}>{t("imports.trial.allFail")}</p> : null}
        <Button onClick={onMend}>
          {t(lost(error) ? "imports.trial.chooseAgain" : "imports.trial.mend")}
        </Button>
        <Button
          variant="filled"
          leftSection={<Play />}
          disabled={data === undefined || hopeless || running.isPending || !isToCome(later)}
          onClick={() => running.mutate()}
        >
          {t(later === "now" ? "imports.trial.run" : "bulk.plan")}
        </Button>
      </div>
    </>
  );
}

/** The job is there, its file is not: somebody left while it was sent. */
function lost(error: unknown): boolean {
  return (
    error !== null &&
    [problemOf(error), ...(problemOf(error).errors ?? [])].some(
      (told) => "params" in told && told.params?.reason === "no_file",
    )
  );
}

function Waiting({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  if (lost(error)) {
    return (
      <p role="alert" className={classes.notice}>
        {t("imports.trial.lost")}. {t("imports.trial.lostHint")}
      </p>
    );
  }
  return error === null ? (
    <div role="status" className="late">
      <p className={classes.soft}>{t("imports.trial.trying")}</p>
      <Skeleton height={68} mt={12} />
    </div>
  ) : (
    <Refusal error={error} retry={retry} />
  );
}

function Told({ preview, matching }: { preview: Preview; matching: boolean }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const { rows, complete, created, updated, problems } = preview;
  return (
    <>
      <p className={classes.soft} role="status">
        {complete ? t("imports.trial.whole") : t("imports.trial.part", { n: number(rows.total) })}
      </p>
      <Tallies
        tallies={[
          { count: created, label: t("imports.trial.created"), tone: "fine" },
          ...(matching
            ? [{ count: updated, label: t("imports.trial.updated"), tone: "fine" as const }]
            : []),
          { count: rows.failed, label: t("imports.trial.failed"), tone: "trouble" },
        ]}
      />
      {problems.length === 0 ? null : (
        <section className={classes.block}>
          <h3>
            {rows.failed > problems.length
              ? t("imports.trial.refusedPart", { n: number(problems.length) })
              : t("imports.trial.refused")}
          </h3>
          <ul className={outcome.refused}>
            {problems.map((refused, index) => (
              <RefusedRow key={index} refused={refused} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function RefusedRow({ refused: { line, columns, cells, error } }: { refused: Refused }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const row = cells.join(" · ");
  return (
    <li>
      <strong className="num">{t("imports.trial.line", { n: number(line) })}</strong>
      <span className={outcome.columns} title={columns}>
        {columns === "" ? t("imports.trial.wholeLine") : columns}
      </span>
      <span className={outcome.reason}>{error.message}</span>
      <small title={row}>{row}</small>
    </li>
  );
}
