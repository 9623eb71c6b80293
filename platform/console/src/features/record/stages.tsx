import { Button } from "@mantine/core";
import { Check } from "lucide-react";
import { useTranslation } from "react-i18next";
import { textIn } from "@/lib/text";
import { stageOf } from "@/views/form/layout";
import { useRecord } from "./known";
import classes from "./stages.module.css";
import { useTold } from "./told";

/** How far the record has come, and the one step that is next. */
export function Stages() {
  const { entity, row, format, editable } = useRecord();
  const { t } = useTranslation();
  const told = useTold();
  const field = stageOf(entity);
  if (field === undefined) {
    return null;
  }
  const names = Object.keys(field.options);
  const word = (name: string) => textIn(field.options[name]?.label ?? name, format.language);
  const now = names.indexOf(String(row.values[field.name] ?? ""));
  const next = names[now + 1];
  const current = names[now];
  return (
    <div className={classes.stages}>
      <p className={classes.said}>
        <span>{t("record.stageOf", { n: now + 1, total: names.length })}</span>
        <b>{current === undefined ? "" : word(current)}</b>
      </p>
      <ol className={classes.path} aria-label={t("record.stages")}>
        {names.map((name, index) => (
          <li
            key={name}
            data-state={index < now ? "done" : index === now ? "now" : "ahead"}
            aria-current={index === now ? "step" : undefined}
          >
            {index < now ? <Check aria-hidden="true" /> : null}
            <span className="cut">{word(name)}</span>
          </li>
        ))}
      </ol>
      {editable && next !== undefined ? (
        <Button size="sm" onClick={() => told.change(field, next)}>
          {t("record.next", { stage: word(next) })}
        </Button>
      ) : null}
    </div>
  );
}
