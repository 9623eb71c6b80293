import { ActionIcon, Button, Kbd } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ListChecks, Plus, Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useRights } from "@/lib/rights";
import { otherLanguage, textIn } from "@/lib/text";
import { EntityIcon } from "@/ui/entity-icon";
import { NARROW } from "@/ui/width";
import { exportList } from "./export";
import { ExportMenu } from "./export-menu";
import classes from "./list.module.css";
import type { List } from "./use-list";

type Properties = { list: List; picking: boolean; onPick: (picking: boolean) => void };

/** The list's name, and what can be done with the whole of it. */
export function Head({ list, picking, onPick }: Properties) {
  const { t } = useTranslation();
  const { tenant, entity, format } = list;
  const queries = useQueryClient();
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const plural = textIn(entity.plural, format.language);
  const mayCreate = useRights(tenant)(entity, "create");
  return (
    <header className={classes.head}>
      <EntityIcon entity={entity} />
      <h1 lang={otherLanguage(entity.plural, format.language)}>{plural}</h1>
      <span className={classes.deeds}>
        {narrow ? (
          <ActionIcon
            size="lg"
            variant={picking ? "light" : "subtle"}
            color={picking ? "canard" : "gray"}
            aria-label={t("listing.pick")}
            title={t("listing.pick")}
            aria-pressed={picking}
            onClick={() => onPick(!picking)}
          >
            <ListChecks />
          </ActionIcon>
        ) : (
          <>
            {mayCreate && entity.rank !== "platform" ? (
              <Button
                variant="subtle"
                color="gray"
                leftSection={<Upload />}
                renderRoot={(button) => (
                  <Link
                    {...button}
                    to="/t/$tenant/import/$entity"
                    params={{ tenant, entity: entity.name }}
                  />
                )}
              >
                {t("imports.action")}
              </Button>
            ) : null}
            <ExportMenu quiet run={(kind) => exportList(queries, list, kind)} />
          </>
        )}
        {mayCreate ? <New list={list} narrow={narrow} /> : null}
      </span>
    </header>
  );
}

function New({ list: { tenant, entity }, narrow }: { list: List; narrow: boolean }) {
  const { t } = useTranslation();
  const place = {
    to: "/t/$tenant/e/$entity/new",
    params: { tenant, entity: entity.name },
  } as const;
  return narrow ? (
    <ActionIcon
      size="lg"
      variant="filled"
      color="canard"
      aria-label={t("listing.new")}
      title={t("listing.new")}
      renderRoot={(button) => <Link {...button} {...place} />}
    >
      <Plus />
    </ActionIcon>
  ) : (
    <Button
      variant="filled"
      leftSection={<Plus />}
      rightSection={
        <Kbd className={classes.key} aria-hidden="true">
          C
        </Kbd>
      }
      aria-keyshortcuts="c"
      renderRoot={(button) => <Link {...button} {...place} />}
    >
      {t("listing.new")}
    </Button>
  );
}
