import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "@/lib/language";
import { inSentence, textIn } from "@/lib/text";
import { type Chosen, sniffQuery } from "./api";
import { DropZone } from "./drop-zone";
import { FormatTools } from "./format-tools";
import classes from "./imports.module.css";
import { goalsOf } from "./mapping";
import type { Place } from "./page";
import type { Planning } from "./plan";
import { Refusal } from "./refusal";
import { SampleTable } from "./sample-table";
import { saveTemplate } from "./template";

type Properties = Place & Planning & { onDone: () => void };

/** Which file, and how it is written. */
export function FileStep({ plan, change, choose, onDone, ...place }: Properties) {
  const { t } = useTranslation();
  const { chosen } = plan;
  return (
    <>
      <h2 tabIndex={-1} className={classes.title}>
        {t("imports.steps.file")}
      </h2>
      <DropZone chosen={chosen} choose={choose} />
      {chosen === undefined ? (
        <Learning {...place} />
      ) : (
        <Recognised {...place} {...{ plan, change, choose, chosen, onDone }} />
      )}
    </>
  );
}

function Recognised(properties: Properties & { chosen: Chosen }) {
  const { tenant, entity, plan, change, chosen, onDone } = properties;
  const { t } = useTranslation();
  const asked = useQuery(sniffQuery(tenant, entity.name, chosen, plan.said));
  const { data, error } = asked;
  if (data === undefined && error === null) {
    return (
      <p role="status" className={`${classes.soft} late`}>
        {t("imports.file.sniffing")}
      </p>
    );
  }
  const { format, columns, rows } = data ?? { format: plan.said, columns: [], rows: [] };
  return (
    <>
      <FormatTools format={format} said={plan.said} onSay={(said) => change({ said })} />
      {error === null ? null : <Refusal error={error} retry={asked.refetch} />}
      {rows.length === 0 && error === null ? (
        <p role="status" className={classes.notice}>
          {t("imports.file.empty")}. {t("imports.file.emptyHint")}
        </p>
      ) : null}
      {rows.length === 0 ? null : (
        <SampleTable columns={columns.map(({ name }) => name)} rows={rows} />
      )}
      <div className={classes.foot}>
        <Button variant="filled" disabled={rows.length === 0 || error !== null} onClick={onDone}>
          {t("imports.next")}
        </Button>
      </div>
    </>
  );
}

/** What a file may hold, for who has none yet. */
function Learning({ model, entity }: Place) {
  const { t } = useTranslation();
  const language = useLanguage();
  const one = inSentence(textIn(entity.label, language));
  const fields = goalsOf(model, entity).filter(({ part }) => part === undefined);
  return (
    <section className={classes.learn}>
      <h3>{t("imports.file.learn", { one })}</h3>
      <p>{t("imports.file.learnHint")}</p>
      <ul>
        {fields.map(({ path, field }) => (
          <li key={path}>
            {textIn(field.label, language)}
            {field.required === true && field.default === undefined ? (
              <small> {t("imports.file.required")}</small>
            ) : null}
          </li>
        ))}
      </ul>
      <Button
        leftSection={<Download />}
        onClick={() =>
          saveTemplate(
            entity.name,
            fields.map(({ field }) => textIn(field.label, language)),
            language,
          )
        }
      >
        {t("imports.file.template")}
      </Button>
    </section>
  );
}
