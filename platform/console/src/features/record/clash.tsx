import { Button } from "@mantine/core";
import { GitCompareArrows } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { FieldValue } from "@/fields/field-value";
import { fieldOf } from "@/lib/model";
import type { Referred } from "@/lib/record";
import { textIn } from "@/lib/text";
import { same } from "@/views/form/values";
import classes from "./clash.module.css";
import { useRecord } from "./known";
import { useTold } from "./told";

/** Two wrote the same field: both values, side by side, and a choice for each. */
export function Clash() {
  const { saving } = useRecord();
  return saving.conflict === undefined ? null : <Notice />;
}

function Notice() {
  const { saving, model, entity } = useRecord();
  const { t } = useTranslation();
  const notice = useRef<HTMLElement>(null);
  useEffect(() => notice.current?.focus(), []);
  const { mine = {}, current } = saving.conflict ?? {};
  const who = (current?.values.updated_by as Referred | null | undefined)?.label;
  const fields = Object.keys(mine)
    .filter((name) => !same(mine[name], current?.values[name]))
    .map((name) => fieldOf(model, entity, name))
    .filter((field) => field !== undefined);
  return (
    <section ref={notice} tabIndex={-1} className={classes.clash} aria-label={t("conflict.title")}>
      <GitCompareArrows aria-hidden="true" />
      <div className={classes.words} role="alert">
        <h2>{t("conflict.title")}</h2>
        <p>{t("conflict.lead", { who: who ?? t("conflict.somebody") })}</p>
      </div>
      {fields.map((field) => (
        <Differing key={field.name} field={field} mine={mine[field.name]} />
      ))}
    </section>
  );
}

type Properties = { field: NonNullable<ReturnType<typeof fieldOf>>; mine: unknown };

function Differing({ field, mine }: Properties) {
  const { saving, format } = useRecord();
  const { t } = useTranslation();
  const told = useTold();
  const theirs = saving.conflict?.current.values[field.name];
  return (
    <div className={classes.differing}>
      <h3>{textIn(field.label, format.language)}</h3>
      <dl>
        <div>
          <dt>{t("conflict.theirs")}</dt>
          <dd>
            <FieldValue field={field} value={theirs} format={format} />
          </dd>
        </div>
        <div>
          <dt>{t("conflict.mine")}</dt>
          <dd>
            <FieldValue field={field} value={mine} format={format} />
          </dd>
        </div>
      </dl>
      <span className={classes.ways}>
        <Button size="sm" onClick={() => told.change(field, mine)}>
          {t("conflict.keepMine")}
        </Button>
        <Button size="sm" onClick={saving.settle}>
          {t("conflict.takeTheirs")}
        </Button>
      </span>
    </div>
  );
}
