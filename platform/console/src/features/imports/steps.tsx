import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./steps.module.css";

export const STEPS = ["file", "columns", "trial", "run"] as const;
export type Step = (typeof STEPS)[number];

/** Which steps there are, which are done, and where one stands. */
export function Steps({ current }: { current: Step }) {
  const { t } = useTranslation();
  const at = STEPS.indexOf(current);
  return (
    <nav aria-label={t("imports.stepsLabel")} className={classes.steps}>
      <p className={classes.stepsAt}>{t("imports.at", { n: at + 1, all: STEPS.length })}</p>
      <ol>
        {STEPS.map((step, index) => (
          <li
            key={step}
            data-state={index < at ? "done" : index === at ? "current" : "later"}
            aria-current={index === at ? "step" : undefined}
          >
            <span className={classes.stepMark} aria-hidden="true">
              {index < at ? <Check /> : index + 1}
            </span>
            {t(`imports.steps.${step}`)}
          </li>
        ))}
      </ol>
    </nav>
  );
}
