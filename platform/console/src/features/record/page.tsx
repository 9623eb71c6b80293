import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { FileQuestion } from "lucide-react";
import { useCallback, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { plainValue } from "@/fields/field-value";
import { type Format, useFormat } from "@/lib/format";
import { useLanguage } from "@/lib/language";
import { type Entity, fieldOf, type Model, modelQuery, useTenantTitle } from "@/lib/model";
import { nameOf } from "@/lib/naming";
import { problemOf } from "@/lib/problem";
import { remember } from "@/lib/recent";
import type { Changes, Row } from "@/lib/record";
import { useRights } from "@/lib/rights";
import { inSentence, textIn } from "@/lib/text";
import type { Place } from "@/lib/write";
import { usePageTitle } from "@/ui/page-title";
import { Missing, ProblemState } from "@/ui/problem-state";
import { State } from "@/ui/state";
import { sent } from "@/views/form/values";
import { recordQuery } from "./api";
import { Body } from "./body";
import { Clash } from "./clash";
import { Head } from "./head";
import { Highlights } from "./highlights";
import { KnownRecord } from "./known";
import classes from "./record.module.css";
import { useSaving } from "./saving";
import { RecordSkeleton } from "./skeleton";
import { Stages } from "./stages";

/** One record: what it is, what it is linked to, what happened around it. */
export function RecordPage({ tenant, entity: name, id, tab }: Place & { tab?: string }) {
  const { data: model } = useQuery(modelQuery(tenant));
  const entity = model?.entities[name];
  if (model === undefined) {
    return <RecordSkeleton />;
  }
  return entity === undefined ? (
    <Missing />
  ) : (
    <Fetched
      key={id}
      place={{ tenant, entity: name, id }}
      model={model}
      entity={entity}
      tab={tab}
    />
  );
}

type Asked = { place: Place; model: Model; entity: Entity; tab: string | undefined };

function Fetched({ place, model, entity, tab }: Asked) {
  const { data: row, error, refetch } = useQuery(recordQuery(place));
  if (row !== undefined) {
    return <Page {...{ place, model, entity, tab, row }} />;
  }
  if (error === null) {
    return <RecordSkeleton />;
  }
  const unknown = [400, 404].includes(problemOf(error).status);
  return unknown ? (
    <Gone place={place} entity={entity} />
  ) : (
    <ProblemState whole error={error} retry={refetch} />
  );
}

function Page({ place, model, entity, tab, row }: Asked & { row: Row }) {
  const format = useFormat(model.timeZone);
  const can = useRights(place.tenant);
  const wire = useCallback(
    (changes: Changes) =>
      Object.fromEntries(
        Object.entries(changes).map(([name, value]) => {
          const field = fieldOf(model, entity, name);
          return [name, field === undefined ? value : sent(field, value)];
        }),
      ),
    [model, entity],
  );
  const saving = useSaving(place, wire);
  const name = useMemo(() => namedIn(model, entity, row, format), [model, entity, row, format]);
  usePageTitle(name, textIn(entity.plural, format.language), useTenantTitle(place.tenant));
  useEffect(() => {
    remember(place.tenant, { entity: place.entity, id: place.id, label: name });
  }, [place.tenant, place.entity, place.id, name]);
  const editable = can(entity, "update");
  return (
    <KnownRecord value={{ place, model, entity, row, name, format, saving, editable }}>
      <div className={classes.page}>
        <Head />
        <Highlights />
        <Stages />
        <Clash />
        <Body tab={tab} />
      </div>
    </KnownRecord>
  );
}

function namedIn(model: Model, entity: Entity, { values }: Row, format: Format): string {
  const name = nameOf(entity, (part) => {
    const field = fieldOf(model, entity, part);
    return field === undefined ? "" : plainValue({ field, value: values[part], format });
  });
  return name === "" ? textIn(entity.label, format.language) : name;
}

function Gone({ place: { tenant }, entity }: { place: Place; entity: Entity }) {
  const { t } = useTranslation();
  const plural = textIn(entity.plural, useLanguage());
  usePageTitle(t("problem.missing"), useTenantTitle(tenant));
  return (
    <State whole art={<FileQuestion />} title={t("record.missing")} hint={t("record.missingHint")}>
      <Link
        className={classes.way}
        to="/t/$tenant/e/$entity"
        params={{ tenant, entity: entity.name }}
      >
        {t("record.toList", { plural: inSentence(plural) })}
      </Link>
    </State>
  );
}
