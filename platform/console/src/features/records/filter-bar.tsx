import { Button, Popover } from "@mantine/core";
import { ListFilter } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { filters } from "@/fields/filters";
import { useKey } from "@/lib/keys";
import { FieldPicker } from "./field-picker";
import { Chip } from "./filter-chip";
import { useFilterWords } from "./filter-words";
import classes from "./tools.module.css";
import type { List } from "./use-list";
import { useParts } from "./use-parts";

type Properties = { list: List; asked: string | undefined; onAsked: () => void };

/** The conditions of a list as chips, and the way to one more. */
export function FilterBar({ list, asked, onAsked }: Properties) {
  const { t } = useTranslation();
  const { parts, put, remove } = useParts(list);
  const { kindOf } = useFilterWords(list);
  const [picking, setPicking] = useState(false);
  const [fresh, setFresh] = useState<string>();
  useKey("/", () => setPicking(true));
  const add = (path: string) => {
    const kind = kindOf(path);
    const operator = kind && filters[kind].operators[0];
    setPicking(false);
    if (kind !== undefined && operator !== undefined) {
      const id = `${path} ${Date.now()}`;
      setFresh(id);
      put({ id, condition: { kind, path, operator: operator.name, operands: [] } });
    }
  };
  useEffect(() => {
    if (asked !== undefined) {
      add(asked);
      onAsked();
    }
  });
  return (
    <search className={classes.chips} aria-label={t("filter.title")}>
      {parts.map((part) => (
        <Chip
          key={part.id}
          list={list}
          part={part}
          fresh={part.id === fresh}
          put={put}
          remove={remove}
        />
      ))}
      <Popover opened={picking} onChange={setPicking} position="bottom-start" trapFocus returnFocus>
        <Popover.Target>
          <Button
            size="sm"
            leftSection={<ListFilter />}
            aria-keyshortcuts="/"
            onClick={() => setPicking(!picking)}
          >
            {t("filter.add")}
          </Button>
        </Popover.Target>
        <Popover.Dropdown p={0} aria-label={t("filter.field")}>
          <FieldPicker list={list} onPick={add} />
        </Popover.Dropdown>
      </Popover>
    </search>
  );
}
