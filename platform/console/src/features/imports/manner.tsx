import { useId } from "react";
import { useTranslation } from "react-i18next";
import control from "@/fields/control.module.css";
import { useFormat } from "@/lib/format";
import type { Entity } from "@/lib/model";
import { textIn } from "@/lib/text";
import classes from "./imports.module.css";
import { type Aim, matchable, uniqueOf } from "./mapping";
import type { Plan, Planning } from "./plan";

type Properties = {
  entity: Entity;
  aims: (Aim | undefined)[];
  plan: Plan;
  change: Planning["change"];
};

/** What becomes of records that are there, of rows that are refused, of words for nothing. */
export function Manner({ entity, aims, plan, change }: Properties) {
  const { t } = useTranslation();
  const id = useId();
  const format = useFormat();
  const keys = matchable(entity, aims);
  const unique = uniqueOf(entity).map(({ label }) => textIn(label, format.language));
  const matched = keys.some(({ name }) => name === plan.matchOn) ? plan.matchOn : "";
  return (
    <section className={classes.manner}>
      <h3>{t("imports.manner.title")}</h3>
      <div className={classes.tool}>
        <label htmlFor={`${id}-match`}>{t("imports.manner.match")}</label>
        <select
          id={`${id}-match`}
          className={control.control}
          value={matched}
          onChange={({ target }) => change({ matchOn: target.value })}
        >
          <option value="">{t("imports.manner.create")}</option>
          {keys.map(({ name, label }) => (
            <option key={name} value={name}>
              {t("imports.manner.matchOn", { field: textIn(label, format.language) })}
            </option>
          ))}
        </select>
        {keys.length === 0 && unique.length > 0 ? (
          <small>{t("imports.manner.noKey", { fields: format.list(unique) })}</small>
        ) : null}
      </div>
      <div className={classes.tool}>
        <label htmlFor={`${id}-error`}>{t("imports.manner.onError")}</label>
        <select
          id={`${id}-error`}
          className={control.control}
          value={plan.onError}
          onChange={({ target }) => change({ onError: target.value === "stop" ? "stop" : "skip" })}
        >
          <option value="skip">{t("imports.manner.skip")}</option>
          <option value="stop">{t("imports.manner.stop")}</option>
        </select>
      </div>
      <div className={classes.tool}>
        <label htmlFor={`${id}-nulls`}>{t("imports.manner.nulls")}</label>
        <input
          id={`${id}-nulls`}
          type="text"
          autoComplete="off"
          className={control.control}
          value={plan.nulls}
          aria-describedby={`${id}-hint`}
          onChange={({ target }) => change({ nulls: target.value })}
        />
        <small id={`${id}-hint`}>{t("imports.manner.nullsHint")}</small>
      </div>
    </section>
  );
}
