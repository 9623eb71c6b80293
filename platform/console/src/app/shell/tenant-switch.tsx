import { Popover, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Check, ChevronsUpDown, LayoutGrid } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "@/lib/language";
import { meQuery, type TenantEntry } from "@/lib/me";
import { useTenantTitle } from "@/lib/model";
import { root, tenantHome } from "@/lib/place";
import { textIn } from "@/lib/text";
import { TenantMark } from "@/ui/tenant-mark";
import classes from "./tenant-switch.module.css";

/** The tenant one works in, and the way to another: a fresh page, which shares nothing. */
export function TenantSwitch({ tenant }: { tenant: string }) {
  const { t } = useTranslation();
  const { data: me } = useQuery(meQuery());
  const here = useTenantTitle(tenant);
  return (
    <Popover position="bottom-start" width={256} trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={classes.switch}
          title={here}
          aria-label={`${here}. ${t("tenants.switch")}`}
        >
          <TenantMark name={tenant} />
          <span className="cut">{here}</span>
          <ChevronsUpDown aria-hidden="true" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={t("tenants.switch")}>
        <ul>
          {me?.tenants.map((entry) => (
            <li key={entry.name}>
              <Choice entry={entry} here={entry.name === tenant} />
            </li>
          ))}
          <li className={classes.apart}>
            <a className={classes.choice} href={root}>
              <LayoutGrid aria-hidden="true" />
              <span className="cut">{t("tenants.all")}</span>
            </a>
          </li>
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

function Choice({ entry: { name, title }, here }: { entry: TenantEntry; here: boolean }) {
  const titled = textIn(title, useLanguage());
  return (
    <a className={classes.choice} href={tenantHome(name)} aria-current={here ? "true" : undefined}>
      <TenantMark name={name} />
      <span className="cut">{titled}</span>
      {here ? <Check aria-hidden="true" /> : null}
    </a>
  );
}
