import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ChevronLeft, History, Lock } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Job, jobQuery } from "@/lib/jobs";
import { useLanguage } from "@/lib/language";
import { type Entity, type Model, modelQuery, useTenantTitle } from "@/lib/model";
import { useRights } from "@/lib/rights";
import { inSentence, textIn } from "@/lib/text";
import { EntityIcon } from "@/ui/entity-icon";
import { usePageTitle } from "@/ui/page-title";
import { Missing, ProblemState } from "@/ui/problem-state";
import { State } from "@/ui/state";
import { ColumnsStep } from "./columns-step";
import { FileStep } from "./file-step";
import classes from "./imports.module.css";
import { usePlan } from "./plan";
import { RunStep } from "./run-step";
import { type Step, Steps } from "./steps";
import { TrialStep } from "./trial-step";

type Named = { tenant: string; entity: string; job: string | undefined };
export type Place = { tenant: string; model: Model; entity: Entity };

/** A file becomes records of an entity: choose it, say where columns go, try, run. */
export function ImportPage({ tenant, entity: name, job }: Named) {
  const { data: model } = useQuery(modelQuery(tenant));
  const entity = model?.entities[name];
  if (model === undefined) {
    return null;
  }
  return entity === undefined ? <Missing /> : <Page {...{ tenant, model, entity }} job={job} />;
}

function Page({ job, ...place }: Place & { job: string | undefined }) {
  const { tenant, entity } = place;
  const { t } = useTranslation();
  const language = useLanguage();
  const plural = textIn(entity.plural, language);
  const title = t("imports.title", { plural: inSentence(plural) });
  usePageTitle(title, useTenantTitle(tenant));
  const can = useRights(tenant);
  const mayWrite = can(entity, "create") || can(entity, "update");
  return (
    <div className={classes.page}>
      <nav className={classes.trail} aria-label={t("record.trail")}>
        <ChevronLeft aria-hidden="true" />
        <Link to="/t/$tenant/e/$entity" params={{ tenant, entity: entity.name }}>
          {plural}
        </Link>
      </nav>
      <header className={classes.head}>
        <EntityIcon entity={entity} />
        <h1>{title}</h1>
        <Link to="/t/$tenant/jobs" params={{ tenant }} className={classes.past}>
          <History aria-hidden="true" />
          {t("jobs.title")}
        </Link>
      </header>
      {mayWrite ? (
        <Import {...place} job={job} />
      ) : (
        <State art={<Lock />} title={t("imports.forbidden")} hint={t("problem.forbiddenHint")} />
      )}
    </div>
  );
}

function Import({ job: id, ...place }: Place & { job: string | undefined }) {
  const { tenant, entity } = place;
  const navigate = useNavigate();
  const planning = usePlan();
  const [before, setBefore] = useState<"file" | "columns">("file");
  const asked = useQuery({ ...jobQuery(tenant, id ?? ""), enabled: id !== undefined });
  const go = (job: string | undefined, step: "file" | "columns" = before) => {
    setBefore(step);
    navigate({
      to: "/t/$tenant/import/$entity",
      params: { tenant, entity: entity.name },
      search: job === undefined ? {} : { job },
    });
  };
  if (id !== undefined && asked.data === undefined) {
    return asked.error === null ? null : <ProblemState error={asked.error} retry={asked.refetch} />;
  }
  const job = id === undefined ? undefined : asked.data;
  const step = stepOf(job, planning.plan.chosen === undefined ? "file" : before);
  return (
    <>
      <Steps current={step} />
      <Standing step={step}>
        {step === "file" ? (
          <FileStep {...place} {...planning} onDone={() => setBefore("columns")} />
        ) : null}
        {step === "columns" ? (
          <ColumnsStep
            {...place}
            {...planning}
            onBack={() => setBefore("file")}
            onArrived={(arrived) => go(arrived)}
          />
        ) : null}
        {step === "trial" && job !== undefined ? (
          <TrialStep
            {...place}
            job={job}
            onRun={() => {
              planning.sent.current = undefined;
            }}
            onMend={() => go(undefined, planning.plan.chosen === undefined ? "file" : "columns")}
          />
        ) : null}
        {step === "run" && job !== undefined ? (
          <RunStep {...place} job={job} onAnother={() => go(undefined, "file")} go={go} />
        ) : null}
      </Standing>
    </>
  );
}

function stepOf(job: Job | undefined, before: "file" | "columns"): Step {
  return job === undefined ? before : job.state === "waiting" ? "trial" : "run";
}

/** The keyboard goes along from step to step. */
function Standing({ step, children }: { step: Step; children: React.ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  const known = useRef(step);
  useEffect(() => {
    if (known.current !== step) {
      known.current = step;
      ref.current?.querySelector<HTMLElement>("h2")?.focus();
    }
  }, [step]);
  return (
    <div ref={ref} className={classes.step}>
      {children}
    </div>
  );
}
