import { Button, UnstyledButton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Download, List, Play, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Deed, type Job, resultAddress } from "@/lib/jobs";
import classes from "./imports.module.css";
import outcome from "./outcome.module.css";
import type { Place } from "./page";
import { Tallies, type Tally } from "./tallies";

type Properties = Place & {
  job: Job;
  refusal: ReactNode;
  busy: boolean;
  onAnother: () => void;
  onTell: (deed: Deed) => void;
};

/** What became of an import, and what can be done with that. */
export function Result(properties: Properties) {
  const { job, refusal, busy, onAnother, onTell } = properties;
  const { t } = useTranslation();
  const undo = job.kind === "undo";
  const resumable = ["stopped", "cancelled", "interrupted", "dead"].includes(job.state);
  return (
    <>
      <div role="status">
        <h2 tabIndex={-1} className={classes.title}>
          {t(titleOf(job))}
        </h2>
      </div>
      {job.state === "interrupted" || job.state === "dead" ? (
        <p className={classes.notice}>
          {job.problem ?? ""} {t("imports.result.interruptedHint")}
        </p>
      ) : null}
      <Tallies tallies={useTallies(job)} />
      <ul className={outcome.deeds}>
        <Deeds {...properties} undo={undo} />
        {undo || job.rows.ok === 0 ? null : (
          <li>
            <Undo2 aria-hidden="true" />
            <UnstyledButton disabled={busy} onClick={() => onTell("undo")}>
              {t("imports.result.undo")}
            </UnstyledButton>
            <small>{t("imports.result.undoHint")}</small>
          </li>
        )}
      </ul>
      {refusal}
      <div className={classes.foot}>
        {resumable ? (
          <Button leftSection={<Play />} disabled={busy} onClick={() => onTell("run")}>
            {t("imports.run.resume")}
          </Button>
        ) : null}
        <Button variant="filled" onClick={onAnother}>
          {t("imports.result.another")}
        </Button>
      </div>
    </>
  );
}

function titleOf({ kind, state }: Job) {
  if (kind === "undo" && state === "done") {
    return "imports.result.undone";
  }
  if (state === "dead") {
    return "imports.result.interrupted";
  }
  return state === "stopped" || state === "cancelled" || state === "interrupted"
    ? (`imports.result.${state}` as const)
    : "imports.result.done";
}

function useTallies({ kind, rows: { total, ok, failed } }: Job): Tally[] {
  const { t } = useTranslation();
  const undo = kind === "undo";
  const left = Math.max(0, total - ok - failed);
  const words = undo
    ? [t("imports.result.undoOk"), t("imports.result.undoFailed")]
    : [t("imports.result.ok"), t("imports.result.failed")];
  const [taken = "", refused = ""] = words;
  return [
    { count: ok, label: taken, tone: "fine" },
    { count: failed, label: refused, tone: "trouble" },
    ...(left === 0 ? [] : [{ count: left, label: t("imports.result.left") }]),
  ];
}

function Deeds({ tenant, entity, job, undo }: Properties & { undo: boolean }) {
  const { t } = useTranslation();
  const { total, ok, failed } = job.rows;
  return (
    <>
      {undo || ok === 0 ? null : (
        <li>
          <List aria-hidden="true" />
          <Link
            to="/t/$tenant/e/$entity"
            params={{ tenant, entity: entity.name }}
            search={{ filter: importedBy(job) }}
          >
            {t("imports.result.show")}
          </Link>
        </li>
      )}
      {failed === 0 ? null : (
        <li>
          <Download aria-hidden="true" />
          <a href={resultAddress(tenant, job.id, "failed")} download>
            {t(undo ? "imports.result.undoFailedList" : "imports.result.getFailed")}
          </a>
          {undo ? null : <small>{t("imports.result.failedHint")}</small>}
        </li>
      )}
      {undo || total - ok - failed <= 0 ? null : (
        <li>
          <Download aria-hidden="true" />
          <a href={resultAddress(tenant, job.id, "unprocessed")} download>
            {t("imports.result.getLeft")}
          </a>
        </li>
      )}
    </>
  );
}

/** What the person has written since the job was made: of imports, nothing nearer is known. */
function importedBy({ created_at }: Job): string {
  return `updated_by == me && updated_at >= date_time("${created_at}")`;
}
