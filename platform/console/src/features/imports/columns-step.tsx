import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import { problemOf } from "@/lib/problem";
import { textIn } from "@/lib/text";
import { type Chosen, type Sniffed, sniffQuery } from "./api";
import { ColumnLine } from "./column-line";
import columnClasses from "./columns.module.css";
import classes from "./imports.module.css";
import { Manner } from "./manner";
import { type Aim, aimsOf, chosen as chosenFor, columnIn, goalsOf, missingOf } from "./mapping";
import type { Place } from "./page";
import { type Plan, type Planning, requestOf, useSending } from "./plan";
import { Refusal } from "./refusal";

type Properties = Place &
  Omit<Planning, "choose"> & { onBack: () => void; onArrived: (job: string) => void };

/** Where each column goes, and how the rows are taken. */
export function ColumnsStep(properties: Properties) {
  const { tenant, entity, plan } = properties;
  const { chosen, said } = plan;
  return chosen === undefined ? null : (
    <Known {...properties} {...{ tenant, entity, chosen, said }} />
  );
}

function Known(properties: Properties & { chosen: Chosen }) {
  const { tenant, entity, chosen, plan } = properties;
  const { data, error, refetch } = useQuery(sniffQuery(tenant, entity.name, chosen, plan.said));
  if (data === undefined) {
    return error === null ? null : <Refusal error={error} retry={refetch} />;
  }
  return <Deciding {...properties} sniffed={data} />;
}

type Decided = Properties & { chosen: Chosen; sniffed: Sniffed };

function Deciding({ sniffed, chosen, plan, sent, change, onBack, onArrived, ...place }: Decided) {
  const { tenant, entity } = place;
  const { t } = useTranslation();
  const { sending, share } = useSending(tenant, { sent, onArrived });
  const aims = aimsOf(sniffed.columns, sniffed.mapping, plan.changes);
  const none = aims.every((aim) => aim === undefined);
  const faults = sending.error === null ? [] : (problemOf(sending.error).errors ?? []);
  const start = () => sending.mutate({ ...chosen, request: requestOf(entity, plan, sniffed) });
  return (
    <>
      <h2 tabIndex={-1} className={classes.title}>
        {t("imports.columns.title")}
      </h2>
      <Columns
        {...place}
        {...{ sniffed, aims, plan, change }}
        problem={(column) => faults.find(({ pointer }) => columnIn(pointer) === column)?.message}
      />
      <Missing {...place} aims={aims} />
      <Manner entity={entity} aims={aims} plan={plan} change={change} />
      {sending.error === null ? null : (
        <Refusal
          error={sending.error}
          besides={(pointer) => !sniffed.columns.some(({ name }) => name === columnIn(pointer))}
          retry={start}
        />
      )}
      <div className={classes.foot}>
        {sending.isPending ? <Sending share={share} /> : null}
        {none ? <p className={classes.soft}>{t("imports.columns.none")}</p> : null}
        <Button onClick={onBack}>{t("imports.back")}</Button>
        <Button variant="filled" disabled={none || sending.isPending} onClick={start}>
          {t("imports.trial.start")}
        </Button>
      </div>
    </>
  );
}

type Listed = Place & {
  sniffed: Sniffed;
  aims: (Aim | undefined)[];
  plan: Plan;
  change: Planning["change"];
  problem: (column: string) => string | undefined;
};

function Columns({ model, entity, sniffed, aims, plan, change, problem }: Listed) {
  const { t } = useTranslation();
  const { columns } = sniffed;
  const goals = goalsOf(model, entity);
  const mapped = aims.filter((aim) => aim !== undefined).length;
  return (
    <>
      <p className={classes.soft}>
        {t("imports.columns.mapped", { n: mapped, all: columns.length })}
      </p>
      <div className={columnClasses.head} aria-hidden="true">
        <span>{t("imports.columns.column")}</span>
        <span>{t("imports.columns.field")}</span>
        <span />
      </div>
      <ul className={columnClasses.lines}>
        {columns.map((column, index) => (
          <ColumnLine
            key={column.name}
            {...{ model, goals, column }}
            aim={aims[index]}
            mine={plan.changes.has(column.name)}
            taken={(path) => columns.find((_, at) => at !== index && aims[at]?.path === path)?.name}
            problem={problem(column.name)}
            onAim={(aim) =>
              change({ changes: chosenFor(columns, aims, plan.changes, column, aim) })
            }
          />
        ))}
      </ul>
    </>
  );
}

/** The fields that nothing fills though no record can be without them. */
function Missing({ entity, aims }: Place & { aims: (Aim | undefined)[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const missing = missingOf(entity, aims);
  if (missing.length === 0) {
    return null;
  }
  const fields = format.list(missing.map(({ label }) => textIn(label, format.language)));
  return (
    <p role="status" className={classes.notice}>
      {t("imports.columns.missing", { count: missing.length, fields })}{" "}
      {t("imports.columns.missingHint")}
    </p>
  );
}

function Sending({ share }: { share: number }) {
  const { t } = useTranslation();
  return (
    <span className={classes.sending}>
      {t("imports.trial.sending")}
      <progress max={1} value={share} aria-label={t("imports.trial.sending")} />
    </span>
  );
}
