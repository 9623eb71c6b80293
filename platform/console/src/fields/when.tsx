import { SegmentedControl } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { Input } from "./date_time/input";
import type { FieldOf } from "./definition";
import { problemId } from "./definition";
import classes from "./when.module.css";

/** At once, or at a moment; no moment yet while one is being chosen. */
export type Moment = "now" | { at: string | null };

type Properties = { tenant: string; value: Moment; onChange: (value: Moment) => void };

const FIELD: FieldOf<"date_time"> = { kind: "date_time", name: "run_at", label: "" };

/** Whether work can begin so: at once, or at a moment to come. */
export function isToCome(moment: Moment): boolean {
  return moment === "now" || (moment.at !== null && Date.parse(moment.at) > Date.now());
}

/** The moment as the API wants it; nothing for at once. */
export function runAtOf(moment: Moment): string | undefined {
  return moment === "now" ? undefined : (moment.at ?? undefined);
}

/** When work is to begin. */
export function When({ tenant, value, onChange }: Properties) {
  const { t } = useTranslation();
  const id = useId();
  const late = value !== "now" && value.at !== null && !isToCome(value);
  const problem = late ? t("jobs.when.past") : undefined;
  return (
    <div className={classes.when}>
      <span id={`${id}-title`}>{t("jobs.when.title")}</span>
      <SegmentedControl
        aria-labelledby={`${id}-title`}
        value={value === "now" ? "now" : "later"}
        onChange={(chosen) => onChange(chosen === "now" ? "now" : { at: null })}
        data={[
          { value: "now", label: t("jobs.when.now") },
          { value: "later", label: t("jobs.when.later") },
        ]}
      />
      {value === "now" ? null : (
        <>
          <label htmlFor={id}>{t("jobs.when.at")}</label>
          <Input
            id={id}
            tenant={tenant}
            field={FIELD}
            value={value.at}
            onChange={(at) => onChange({ at: typeof at === "string" && at !== "?" ? at : null })}
            problem={problem}
          />
          {problem === undefined ? null : (
            <p id={problemId(id)} className={classes.problem}>
              {problem}
            </p>
          )}
        </>
      )}
    </div>
  );
}
