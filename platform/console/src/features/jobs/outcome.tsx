import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Download, FileSpreadsheet, FileText, Play, Undo2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import { resultAddress } from "@/lib/jobs";
import { problemOf } from "@/lib/problem";
import type { FileKind } from "@/lib/watched";
import { say } from "@/ui/toasts";
import { saveExport } from "@/views/table/exported";
import classes from "./jobs.module.css";
import type { Known } from "./page";
import { useTelling } from "./use-telling";

const RESUMABLE = ["waiting", "stopped", "cancelled", "interrupted", "dead"];

/** What became of a job, and what can be done with that. */
export function Outcome(known: Known) {
  const { tenant, job } = known;
  const { t } = useTranslation();
  const telling = useTelling(tenant, job);
  const writes = job.kind === "update" || job.kind === "delete";
  return (
    <>
      {job.problem ? <p className={classes.notice}>{job.problem}</p> : null}
      <Tallies {...known} />
      {job.swept === true ? <p className={classes.soft}>{t("jobs.gone")}</p> : <Files {...known} />}
      {writes && job.rows.ok > 0 ? (
        <p className={classes.soft}>
          {job.undone_by === undefined ? (
            t("jobs.undoHint")
          ) : (
            <Link
              className={classes.link}
              to="/t/$tenant/jobs/$job"
              params={{ tenant, job: job.undone_by }}
            >
              {t("jobs.undone")}
            </Link>
          )}
        </p>
      ) : null}
      <div className={classes.foot}>
        {RESUMABLE.includes(job.state) ? (
          <Button
            leftSection={<Play />}
            disabled={telling.isPending}
            onClick={() => telling.mutate("run")}
          >
            {t("jobs.resume")}
          </Button>
        ) : null}
        {writes && job.rows.ok > 0 && job.undone_by === undefined ? (
          <Button
            leftSection={<Undo2 />}
            disabled={telling.isPending}
            onClick={() => telling.mutate("undo")}
          >
            {t("jobs.undo")}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function Tallies({ model, job }: Known) {
  const { t } = useTranslation();
  const { number } = useFormat(model.timeZone);
  const { total, ok, failed } = job.rows;
  const left = Math.max(0, total - ok - failed);
  const tallies = [
    { count: ok, label: t(`jobs.ok.${job.kind}`) },
    ...(job.kind === "export" ? [] : [{ count: failed, label: t("jobs.failed"), bad: true }]),
    ...(left === 0 ? [] : [{ count: left, label: t("jobs.left") }]),
  ];
  return (
    <dl className={classes.tallies}>
      {tallies.map(({ count, label, ...look }) => (
        <div key={label} data-bad={"bad" in look && count > 0}>
          <dt>{label}</dt>
          <dd className="num">{number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

const TYPES: [FileKind, string, typeof FileText][] = [
  ["xlsx", "Excel, .xlsx", FileSpreadsheet],
  ["csv", "CSV, .csv", FileText],
];

/** The files that a job leaves: what it exported, or what it refused. */
function Files({ tenant, model, job }: Known) {
  const { t } = useTranslation();
  const { language } = useFormat(model.timeZone);
  const fetched = (kind: FileKind) =>
    saveExport(tenant, model, job, { kind, language }).catch((error: unknown) => {
      const { detail, title } = problemOf(error);
      say({ said: detail ?? title, failed: true });
    });
  if (job.kind === "export") {
    return (
      <div className={classes.files}>
        {TYPES.map(([kind, type, Icon]) => (
          <Button key={kind} leftSection={<Icon />} onClick={() => fetched(kind)}>
            {t("jobs.saveAs", { type })}
          </Button>
        ))}
      </div>
    );
  }
  return job.rows.failed === 0 ? null : (
    <p className={classes.files}>
      <Download aria-hidden="true" />
      <a className={classes.link} href={resultAddress(tenant, job.id, "failed")} download>
        {t("jobs.getFailed")}
      </a>
    </p>
  );
}
