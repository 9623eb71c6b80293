import { Button, CloseButton, Modal, Progress } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { ListChecks, Pencil, Trash2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Row } from "@/lib/record";
import { useRights } from "@/lib/rights";
import { totalQuery } from "./api";
import { BulkEdit } from "./bulk-edit";
import { exportList, saveSome } from "./export";
import { ExportMenu } from "./export-menu";
import { RemoveWhole } from "./remove-whole";
import classes from "./selection-bar.module.css";
import { type Refused, useBulk } from "./use-bulk";
import type { List } from "./use-list";
import { useMass } from "./use-mass";

type Properties = {
  list: List;
  chosen: Row[];
  /** Whether the list goes on beyond what is on the page, all of which was picked. */
  more: boolean;
  clear: () => void;
};

/** What can be done to the records that were picked; it floats while there are any. */
export function SelectionBar(properties: Properties) {
  const { list, chosen, more, clear } = properties;
  const [whole, setWhole] = useState(false);
  // Whoever picks other records, or none, begins anew.
  if (whole && !more) {
    setWhole(false);
  }
  if (whole && more) {
    return <WholeBar list={list} clear={clear} />;
  }
  return (
    <PickedBar list={list} chosen={chosen} clear={clear}>
      {more ? <WholeButton choose={() => setWhole(true)} /> : null}
    </PickedBar>
  );
}

function WholeButton({ choose }: { choose: () => void }) {
  const { t } = useTranslation();
  return (
    <Button leftSection={<ListChecks />} onClick={choose}>
      {t("bulk.whole")}
    </Button>
  );
}

type Picked = Pick<Properties, "list" | "chosen" | "clear"> & { children: ReactNode };

function PickedBar({ list, chosen, clear, children }: Picked) {
  const { t } = useTranslation();
  const bulk = useBulk(list, chosen);
  const [editing, setEditing] = useState(false);
  const count = chosen.length;
  const busy = bulk.done !== undefined;
  return (
    <>
      {count === 0 ? null : (
        <Bar
          list={list}
          said={
            busy ? t("bulk.progress", { done: bulk.done, all: count }) : t("bulk.picked", { count })
          }
          busy={busy}
          deeds={{
            edit: () => setEditing(true),
            save: (kind) => saveSome(list, chosen, kind),
            remove: bulk.remove,
          }}
          clear={clear}
        >
          {busy ? (
            <Progress
              className={classes.progress}
              value={(100 * (bulk.done ?? 0)) / count}
              aria-label={t("bulk.progress", { done: bulk.done, all: count })}
            />
          ) : (
            children
          )}
        </Bar>
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

/** All that the list finds is picked, also what is not on the page. */
function WholeBar({ list, clear }: Pick<Properties, "list" | "clear">) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const mass = useMass(list, clear);
  const [asking, setAsking] = useState<"edit" | "remove">();
  const { tenant, entity, selection, format } = list;
  const { data: total } = useQuery(totalQuery(tenant, entity.name, selection));
  const said = total
    ? t("bulk.wholePicked", { count: total.value, n: format.number(total.value) })
    : t("bulk.wholeUnknown");
  const close = () => setAsking(undefined);
  return (
    <>
      <Bar
        list={list}
        said={said}
        busy={false}
        deeds={{
          edit: () => setAsking("edit"),
          save: (kind) => exportList(queries, list, kind),
          remove: () => setAsking("remove"),
        }}
        clear={clear}
      />
      <BulkEdit
        list={list}
        opened={asking === "edit"}
        count={undefined}
        close={close}
        onApply={mass.edit}
      />
      <RemoveWhole
        tenant={tenant}
        opened={asking === "remove"}
        said={said}
        close={close}
        onRemove={mass.remove}
      />
    </>
  );
}

type BarProperties = {
  list: List;
  said: string;
  busy: boolean;
  deeds: { edit: () => void; save: Parameters<typeof ExportMenu>[0]["run"]; remove: () => void };
  clear: () => void;
  children?: ReactNode;
};

function Bar({ list, said, busy, deeds, clear, children }: BarProperties) {
  const { t } = useTranslation();
  const rights = useRights(list.tenant);
  return (
    <div className={classes.bar} role="toolbar" aria-label={t("bulk.bar")}>
      <span className={classes.count} aria-live="polite">
        {said}
      </span>
      {children}
      {rights(list.entity, "update") ? (
        <Button leftSection={<Pencil />} disabled={busy} onClick={deeds.edit}>
          {t("bulk.edit")}
        </Button>
      ) : null}
      <ExportMenu run={deeds.save} />
      {rights(list.entity, "delete") ? (
        <Button leftSection={<Trash2 />} disabled={busy} onClick={deeds.remove}>
          {t("bulk.remove")}
        </Button>
      ) : null}
      <CloseButton aria-label={t("bulk.clear")} onClick={clear} />
    </div>
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
