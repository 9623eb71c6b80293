import { UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { totalQuery } from "./api";
import classes from "./list.module.css";
import type { List } from "./use-list";

type Properties = { list: List; shown: number };

/** How many lines are shown, and how many there are for who asks. */
export function Foot({ list: { tenant, entity, selection, format }, shown }: Properties) {
  const { t } = useTranslation();
  const [counting, setCounting] = useState(false);
  const { data: total } = useQuery({
    ...totalQuery(tenant, entity.name, selection),
    enabled: counting,
  });
  const n = format.number(total?.value ?? 0);
  return (
    <footer className={classes.foot} aria-live="polite">
      <span className="num">{t("list.shown", { count: shown })}</span>
      {total ? (
        <span className="num">
          {total.exact ? t("list.total", { n }) : t("list.atLeast", { n })}
        </span>
      ) : (
        <UnstyledButton
          className={classes.count}
          disabled={counting}
          onClick={() => setCounting(true)}
        >
          {t("list.count")}
        </UnstyledButton>
      )}
    </footer>
  );
}
