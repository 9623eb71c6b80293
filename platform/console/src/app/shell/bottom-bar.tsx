import { Link } from "@tanstack/react-router";
import { House, Rows3 } from "lucide-react";
import { useTranslation } from "react-i18next";
import classes from "./bottom-bar.module.css";

type Properties = { tenant: string; openLists: () => void };

export function BottomBar({ tenant, openLists }: Properties) {
  const { t } = useTranslation();
  return (
    <nav className={classes.bar} aria-label={t("bottomBar")}>
      <Link
        to="/t/$tenant/"
        params={{ tenant }}
        className={classes.item}
        activeOptions={{ exact: true }}
      >
        <House aria-hidden="true" />
        {t("home")}
      </Link>
      <button type="button" className={classes.item} onClick={openLists}>
        <Rows3 aria-hidden="true" />
        {t("lists")}
      </button>
    </nav>
  );
}
