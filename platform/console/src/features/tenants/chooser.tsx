import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Navigate } from "@tanstack/react-router";
import { ChevronRight } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "@/lib/language";
import { type Me, meQuery, type TenantEntry } from "@/lib/me";
import { tenantHome } from "@/lib/place";
import { textIn } from "@/lib/text";
import { usePageTitle } from "@/ui/page-title";
import { ProblemState } from "@/ui/problem-state";
import { SignDrawing } from "@/ui/sign";
import { State } from "@/ui/state";
import { TenantMark } from "@/ui/tenant-mark";
import classes from "./chooser.module.css";

/** Where to work: one tenant is entered at once, several are offered. */
export function Chooser() {
  const { t } = useTranslation();
  usePageTitle(t("tenants.title"));
  const { data: me, error, refetch } = useQuery(meQuery());
  if (error !== null) {
    return <ProblemState whole error={error} retry={refetch} />;
  }
  if (me === undefined) {
    return <Skeleton className="late" height={120} maw={440} mx="auto" mt="12vh" />;
  }
  const [only, another] = me.tenants;
  if (only === undefined) {
    const hint = t(me.operator ? "tenants.operatorHint" : "tenants.noneHint");
    return <State whole art={<SignDrawing />} title={t("tenants.none")} hint={hint} />;
  }
  return another === undefined ? (
    <Navigate to="/t/$tenant/" params={{ tenant: only.name }} replace />
  ) : (
    <Choice me={me} />
  );
}

function Choice({ me: { user, tenants } }: { me: Me }) {
  const { t } = useTranslation();
  return (
    <div className={classes.choice}>
      <SignDrawing />
      <h1>{t("tenants.title")}</h1>
      <p>{t("tenants.lead", { name: user.name })}</p>
      <ul>
        {tenants.map((tenant) => (
          <li key={tenant.name}>
            <TenantLink tenant={tenant} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function TenantLink({ tenant: { name, title } }: { tenant: TenantEntry }) {
  const titled = textIn(title, useLanguage());
  return (
    <a href={tenantHome(name)} className={classes.tenant}>
      <TenantMark name={name} large />
      <span className={classes.names}>
        <span className="cut">{titled}</span>
        <small>{name}</small>
      </span>
      <ChevronRight aria-hidden="true" />
    </a>
  );
}
