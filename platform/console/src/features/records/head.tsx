import { Button, Kbd } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Link } from "@tanstack/react-router";
import { Download, Plus, Upload } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useRights } from "@/lib/rights";
import { textIn } from "@/lib/text";
import { EntityIcon } from "@/ui/entity-icon";
import { NARROW } from "@/ui/width";
import { exportList } from "./export";
import classes from "./list.module.css";
import type { List } from "./use-list";

type Properties = { list: List; picking: boolean; onPick: (picking: boolean) => void };

/** The list's name, and what can be done with the whole of it. */
export function Head({ list, picking, onPick }: Properties) {
  const { t } = useTranslation();
  const { tenant, entity, format } = list;
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const plural = textIn(entity.plural, format.language);
  const mayCreate = useRights(tenant)(entity, "create");
  return (
    <header className={classes.head}>
      <EntityIcon entity={entity} />
      <h1 title={plural}>{plural}</h1>
      <span className={classes.deeds}>
        {narrow ? (
          <Button
            variant={picking ? "light" : "subtle"}
            color={picking ? "canard" : "gray"}
            aria-pressed={picking}
            onClick={() => onPick(!picking)}
          >
            {t("listing.pick")}
          </Button>
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
            <Button
              variant="subtle"
              color="gray"
              leftSection={<Download />}
              onClick={() => exportList(list)}
            >
              {t("listing.export")}
            </Button>
          </>
        )}
        {mayCreate ? (
          <Button
            variant="filled"
            leftSection={<Plus />}
            rightSection={
              narrow ? undefined : (
                <Kbd className={classes.key} aria-hidden="true">
                  C
                </Kbd>
              )
            }
            aria-keyshortcuts="c"
            renderRoot={(button) => (
              <Link
                {...button}
                to="/t/$tenant/e/$entity/new"
                params={{ tenant, entity: entity.name }}
              />
            )}
          >
            {t("listing.new")}
          </Button>
        ) : null}
      </span>
    </header>
  );
}
