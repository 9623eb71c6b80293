import { ActionIcon, Button, Popover, UnstyledButton } from "@mantine/core";
import { ArrowDown, ArrowUp, Columns3, Plus, X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { moved, toggled } from "@/views/table/arrangement";
import type { Column } from "@/views/table/columns";
import { matching, offeredColumns } from "@/views/table/offered";
import classes from "./tools.module.css";
import type { List } from "./use-list";

/** Which columns the list has, in what order, also through references. */
export function ColumnChooser({ list }: { list: List }) {
  const { t } = useTranslation();
  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button size="sm" variant="subtle" color="gray" leftSection={<Columns3 />}>
          {t("columns.title")}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t("columns.title")}>
        <Chooser list={list} />
      </Popover.Dropdown>
    </Popover>
  );
}

function Chooser({ list }: { list: List }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const { model, entity, format, columns, arrangement } = list;
  const { own, beyond } = offeredColumns(model, entity, format.language);
  const hidden = ({ path }: Column) => !arrangement.paths.includes(path);
  const offers: [string, Column[]][] = [
    [t("columns.own"), matching(own.filter(hidden), typed)],
    [t("columns.beyond"), matching(beyond.filter(hidden), typed)],
  ];
  return (
    <div className={classes.panel}>
      <input
        type="search"
        data-autofocus
        className={classes.find}
        aria-label={t("columns.find")}
        placeholder={t("columns.find")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className={classes.options}>
        <p className={classes.group}>{t("columns.shown")}</p>
        {matching(columns, typed).map((column) => (
          <Shown key={column.path} list={list} column={column} />
        ))}
        {offers.map(([title, found]) =>
          found.length === 0 ? null : (
            <section key={title}>
              <p className={classes.group}>{title}</p>
              {found.map(({ path, heading }) => (
                <UnstyledButton
                  key={path}
                  className={classes.option}
                  aria-label={t("columns.add", { column: heading })}
                  onClick={() => list.arrange(toggled(arrangement, path))}
                >
                  <Plus aria-hidden="true" />
                  <span className="cut">{heading}</span>
                </UnstyledButton>
              ))}
            </section>
          ),
        )}
      </div>
      {list.rearranged ? (
        <Button size="sm" onClick={() => list.arrange(undefined)}>
          {t("columns.reset")}
        </Button>
      ) : null}
    </div>
  );
}

function Shown({ list, column: { path, heading } }: { list: List; column: Column }) {
  const { t } = useTranslation();
  const { arrangement, arrange } = list;
  const at = arrangement.paths.indexOf(path);
  const deeds = [
    {
      label: t("columns.up", { column: heading }),
      Icon: ArrowUp,
      off: at === 0,
      run: () => arrange(moved(arrangement, path, -1)),
    },
    {
      label: t("columns.down", { column: heading }),
      Icon: ArrowDown,
      off: at === arrangement.paths.length - 1,
      run: () => arrange(moved(arrangement, path, 1)),
    },
    {
      label: t("columns.remove", { column: heading }),
      Icon: X,
      off: arrangement.paths.length === 1,
      run: () => arrange(toggled(arrangement, path)),
    },
  ];
  return (
    <div className={classes.shown}>
      <span className="cut">{heading}</span>
      {deeds.map(({ label, Icon, off, run }) => (
        <ActionIcon key={label} size="xs" aria-label={label} aria-disabled={off} onClick={run}>
          <Icon />
        </ActionIcon>
      ))}
    </div>
  );
}
