import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { walk } from "@/ui/action-menu";
import type { Column } from "@/views/table/columns";
import { matching, offeredColumns } from "@/views/table/offered";
import classes from "./tools.module.css";
import type { List } from "./use-list";

type Properties = { list: List; onPick: (path: string) => void };

/** The fields of a record and those one reference away, found by their name. */
export function FieldPicker({ list, onPick }: Properties) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const { own, beyond } = offeredColumns(list.model, list.entity, list.format.language);
  const groups: [string, Column[]][] = [
    [t("filter.field"), matching(own, typed)],
    [t("columns.beyond"), matching(beyond, typed)],
  ];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrows move among its buttons
    <div className={classes.panel} onKeyDown={walk}>
      <input
        type="search"
        data-autofocus
        className={classes.find}
        aria-label={t("columns.find")}
        placeholder={t("columns.find")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => {
          const first = groups.flatMap(([, found]) => found)[0];
          if (key === "Enter" && first !== undefined) {
            onPick(first.path);
          }
        }}
      />
      <div className={classes.options}>
        {groups.map(([title, found]) =>
          found.length === 0 ? null : (
            <section key={title}>
              <p className={classes.group}>{title}</p>
              {found.map(({ path, heading }) => (
                <UnstyledButton key={path} className={classes.option} onClick={() => onPick(path)}>
                  <span className="cut">{heading}</span>
                </UnstyledButton>
              ))}
            </section>
          ),
        )}
      </div>
    </div>
  );
}
