import { Button, CloseButton, Modal, Progress } from "@mantine/core";
import { Download, Pencil, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "@/lib/record";
import { useRights } from "@/lib/rights";
import { BulkEdit } from "./bulk-edit";
import { saveCsv } from "./export";
import classes from "./selection-bar.module.css";
import { type Refused, useBulk } from "./use-bulk";
import type { List } from "./use-list";

type Properties = { list: List; chosen: Row[]; clear: () => void };

/** What can be done to the records that were picked; it floats while there are any. */
export function SelectionBar({ list, chosen, clear }: Properties) {
  const { t } = useTranslation();
  const rights = useRights(list.tenant);
  const bulk = useBulk(list, chosen);
  const [editing, setEditing] = useState(false);
  const count = chosen.length;
  const busy = bulk.done !== undefined;
  return (
    <>
      {count === 0 ? null : (
        <div className={classes.bar} role="toolbar" aria-label={t("bulk.bar")}>
          <span className={classes.count} aria-live="polite">
            {busy
              ? t("bulk.progress", { done: bulk.done, all: count })
              : t("bulk.picked", { count })}
          </span>
          {busy ? (
            <Progress
              className={classes.progress}
              value={(100 * (bulk.done ?? 0)) / count}
              aria-label={t("bulk.progress", { done: bulk.done, all: count })}
            />
          ) : null}
          {rights(list.entity, "update") ? (
            <Button leftSection={<Pencil />} disabled={busy} onClick={() => setEditing(true)}>
              {t("bulk.edit")}
            </Button>
          ) : null}
          <Button leftSection={<Download />} onClick={() => saveCsv(list, chosen)}>
            {t("bulk.export")}
          </Button>
          {rights(list.entity, "delete") ? (
            <Button leftSection={<Trash2 />} disabled={busy} onClick={bulk.remove}>
              {t("bulk.remove")}
            </Button>
          ) : null}
          <CloseButton aria-label={t("bulk.clear")} onClick={clear} />
        </div>
      )}
      <BulkEdit
        list={list}
        opened={editing}
        count={count}
        close={() => setEditing(false)}
        onApply={bulk.edit}
      />
      <RefusedList refused={bulk.refused} close={bulk.clearRefused} />
    </>
  );
}

function RefusedList({ refused, close }: { refused: Refused[]; close: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={refused.length > 0}
      onClose={close}
      title={`${t("bulk.refusedTitle")} (${refused.length})`}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <ul className={classes.refused}>
        {refused.map(({ id, name, reason }) => (
          <li key={id}>
            <strong>{name}</strong>
            <span>{reason}</span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
