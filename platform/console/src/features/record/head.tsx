import { ActionIcon, Button, Popover } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Check, ChevronLeft, Ellipsis, Link2, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { problemOf } from "@/lib/problem";
import { useRights } from "@/lib/rights";
import { textIn } from "@/lib/text";
import { forget, remove, restore } from "@/lib/write";
import { Avatar, shapeOf } from "@/ui/avatar";
import { EntityIcon } from "@/ui/entity-icon";
import { say } from "@/ui/toasts";
import { useRecord } from "./known";
import classes from "./record.module.css";

/** Where one is, what the record is called, and what can be done with all of it. */
export function Head() {
  const { place, entity, name, format } = useRecord();
  const { t } = useTranslation();
  const can = useRights(place.tenant);
  const shape = shapeOf(entity.name);
  return (
    <>
      <div className={classes.trail}>
        <nav aria-label={t("record.trail")}>
          <ChevronLeft aria-hidden="true" />
          <Link to="/t/$tenant/e/$entity" params={{ tenant: place.tenant, entity: entity.name }}>
            {textIn(entity.plural, format.language)}
          </Link>
        </nav>
        <SavedAt />
      </div>
      <header className={classes.head}>
        {shape === undefined ? (
          <span className={classes.sign}>
            <EntityIcon entity={entity} />
          </span>
        ) : (
          <span className={classes.face}>
            <Avatar name={name} shape={shape} large />
          </span>
        )}
        <div className={classes.named}>
          <h1>{name}</h1>
          <p>{textIn(entity.label, format.language)}</p>
        </div>
        <Actions mayDiscard={can(entity, "delete")} />
      </header>
    </>
  );
}

function SavedAt() {
  const { saving, format } = useRecord();
  const { t } = useTranslation();
  const at =
    saving.savedAt &&
    format
      .dateTime(saving.savedAt.toISOString())
      .split(format.language === "fr" ? /\d{4}\s/ : /\d{4},?\s/)[1];
  return (
    <span className={classes.saved} role="status">
      {saving.saving ? t("record.saving") : null}
      {!saving.saving && at !== undefined ? (
        <>
          <Check aria-hidden="true" />
          {t("record.saved", { at })}
        </>
      ) : null}
    </span>
  );
}

function Actions({ mayDiscard }: { mayDiscard: boolean }) {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  const discard = useDiscard();
  return (
    <Popover position="bottom-end" trapFocus returnFocus opened={opened} onChange={close}>
      <Popover.Target>
        <ActionIcon variant="default" aria-label={t("record.actions")} onClick={toggle}>
          <Ellipsis />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={t("record.actions")}>
        <Button
          variant="subtle"
          color="gray"
          justify="start"
          fullWidth
          leftSection={<Link2 />}
          onClick={() => {
            close();
            copyLink().then(
              () => say({ said: t("record.copied") }),
              () => say({ said: window.location.href, failed: true }),
            );
          }}
        >
          {t("record.copyLink")}
        </Button>
        {mayDiscard ? (
          <Button
            variant="subtle"
            color="red"
            justify="start"
            fullWidth
            className={classes.discard}
            leftSection={<Trash2 />}
            onClick={discard}
          >
            {t("record.remove")}
          </Button>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The address as it stands, the tab included; refused where the page is not served securely. */
async function copyLink() {
  await navigator.clipboard.writeText(window.location.href);
}

/** To the bin and back to the list; the toast leads back. */
function useDiscard() {
  const { place, row, name } = useRecord();
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { tenant, entity, id } = place;
  const failed = (error: unknown) => {
    const { detail, title } = problemOf(error);
    say({ said: t("record.failed", { why: detail ?? title }), failed: true });
  };
  const back = async () => {
    try {
      await restore(place);
      await forget(queries, tenant, entity);
      navigate({ to: "/t/$tenant/e/$entity/$id", params: { tenant, entity, id } });
      say({ said: t("record.restored", { name }) });
    } catch (error) {
      failed(error);
    }
  };
  return async () => {
    try {
      await remove(place, row.version);
      await navigate({ to: "/t/$tenant/e/$entity", params: { tenant, entity } });
      forget(queries, tenant, entity);
      say({ said: t("record.removed", { name }), action: { label: t("record.undo"), run: back } });
    } catch (error) {
      failed(error);
    }
  };
}
