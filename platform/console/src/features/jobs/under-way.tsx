import { Button } from "@mantine/core";
import { OctagonX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import classes from "./jobs.module.css";
import type { Known } from "./page";
import { useTelling } from "./use-telling";

/** How far a job is, or when it begins. */
export function UnderWay({ tenant, model, job }: Known) {
  const { t } = useTranslation();
  const { number, dateTime } = useFormat(model.timeZone);
  const telling = useTelling(tenant, job);
  const { total, ok, failed } = job.rows;
  const planned = job.state === "scheduled";
  const of = t("jobs.of", { done: number(ok + failed), all: number(total) });
  return (
    <>
      {planned ? (
        <p>{t("jobs.begins", { at: dateTime(job.run_at ?? job.created_at) })}</p>
      ) : (
        <>
          <progress
            className={classes.progress}
            max={Math.max(1, total)}
            value={ok + failed}
            aria-label={t(`jobs.kinds.${job.kind}`)}
          />
          <p className="num">{of}</p>
        </>
      )}
      <p className={classes.soft}>{t("jobs.leave")}</p>
      <div className={classes.foot}>
        <Button
          leftSection={<OctagonX />}
          disabled={telling.isPending}
          onClick={() => telling.mutate("cancel")}
        >
          {t(planned ? "jobs.unschedule" : "jobs.stop")}
        </Button>
      </div>
    </>
  );
}
