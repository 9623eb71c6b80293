import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ChevronLeft, Lock } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "@/lib/language";
import { type Entity, type Model, modelQuery, useTenantTitle } from "@/lib/model";
import type { Referred } from "@/lib/record";
import { useRights } from "@/lib/rights";
import { inSentence, textIn } from "@/lib/text";
import { forget } from "@/lib/write";
import { EntityIcon } from "@/ui/entity-icon";
import { usePageTitle } from "@/ui/page-title";
import { Missing } from "@/ui/problem-state";
import { State } from "@/ui/state";
import { say } from "@/ui/toasts";
import { Filling } from "./filling";
import classes from "./page.module.css";

/** A page for a new record of an entity. */
export function CreatePage({ tenant, entity: name }: { tenant: string; entity: string }) {
  const { data: model } = useQuery(modelQuery(tenant));
  const entity = model?.entities[name];
  if (model === undefined) {
    return null;
  }
  return entity === undefined ? <Missing /> : <Page {...{ tenant, model, entity }} />;
}

function Page({ tenant, model, entity }: { tenant: string; model: Model; entity: Entity }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const can = useRights(tenant);
  const plural = textIn(entity.plural, language);
  const one = inSentence(textIn(entity.label, language));
  const title = t("form.title", { one, plural: inSentence(plural) });
  usePageTitle(title, useTenantTitle(tenant));
  const list = { to: "/t/$tenant/e/$entity", params: { tenant, entity: entity.name } } as const;
  const created = ({ id, label }: Referred) => {
    forget(queries, tenant, entity.name);
    say({ said: t("form.created", { name: label }) });
    navigate({ to: "/t/$tenant/e/$entity/$id", params: { tenant, entity: entity.name, id } });
  };
  return (
    <div className={classes.page}>
      <nav className={classes.trail} aria-label={t("record.trail")}>
        <ChevronLeft aria-hidden="true" />
        <Link {...list}>{plural}</Link>
      </nav>
      <header className={classes.head}>
        <EntityIcon entity={entity} />
        <h1>{title}</h1>
      </header>
      {can(entity, "create") ? (
        <Filling
          {...{ tenant, model, entity }}
          typed=""
          given={undefined}
          onCreated={created}
          onCancel={() => navigate(list)}
        />
      ) : (
        <State art={<Lock />} title={t("form.forbidden")} hint={t("problem.forbiddenHint")} />
      )}
    </div>
  );
}
