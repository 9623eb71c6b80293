import { Combobox, useCombobox } from "@mantine/core";
import { Check, ChevronDown, Plus } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./control.module.css";
import type { Entry } from "./definition";
import { toldBy, useFirstFocus } from "./line";

export type Option = { key: string; label: string; drawn?: ReactNode; hint?: string };
export type NewOption = {
  key: string;
  label: (typed: string) => string;
  make: (typed: string) => void;
};

type Properties = {
  entry: Pick<Entry<unknown, unknown>, "id" | "problem" | "autoFocus" | "compact" | "onCancel">;
  label: string;
  /** What is chosen, in words, and its key. */
  chosen: { key: string; label: string } | undefined;
  options: Option[];
  /** What was typed, for who offers options by it; undefined while nothing is looked for. */
  onSearch: (typed: string) => void;
  onPick: (key: string | null) => void;
  creations?: NewOption[];
  /** Whether options are still to come. */
  waiting?: boolean;
};

/** A line that opens a list of options, narrowed by typing. An emptied line picks nothing. */
export function Picker(properties: Properties) {
  const { entry, chosen, onSearch, onPick, options, creations = [] } = properties;
  const [typed, setTyped] = useState<string>();
  const menu = useCombobox({
    onDropdownClose: () => menu.resetSelectedOption(),
  });
  const ref = useFirstFocus<HTMLInputElement>(entry.autoFocus);
  const { autoFocus } = entry;
  const { openDropdown, selectFirstOption } = menu;
  useEffect(() => {
    if (autoFocus) {
      openDropdown();
    }
  }, [autoFocus]);
  useEffect(() => {
    if (typed !== undefined && typed !== "") {
      selectFirstOption();
    }
  }, [typed, options.map(({ key }) => key).join()]);
  const search = (text: string | undefined) => {
    setTyped(text);
    onSearch(text ?? "");
  };
  const leave = () => {
    menu.closeDropdown();
    if (typed === "" && chosen !== undefined) {
      onPick(null);
    }
    search(undefined);
  };
  const submit = (key: string) => {
    const creation = creations[Number(key.replace(NEW, ""))];
    if (key.startsWith(NEW) && creation !== undefined) {
      creation.make(typed ?? "");
    } else {
      onPick(key);
    }
    search(undefined);
    menu.closeDropdown();
  };
  return (
    <Combobox store={menu} onOptionSubmit={submit} position="bottom-start" shadow="md" withinPortal>
      <span className={classes.measured} data-compact={entry.compact}>
        <Combobox.Target withExpandedAttribute>
          <input
            {...toldBy(entry)}
            ref={ref}
            type="text"
            autoComplete="off"
            className={classes.control}
            data-compact={entry.compact}
            value={typed ?? chosen?.label ?? ""}
            // What is typed takes the place of what is chosen, it is not put behind it.
            onFocus={({ target }) => target.select()}
            onClick={({ currentTarget }) => {
              if (typed === undefined) {
                currentTarget.select();
              }
              openDropdown("mouse");
            }}
            onChange={({ target }) => {
              search(target.value);
              openDropdown();
            }}
            onBlur={leave}
            onKeyDown={(event) => {
              const open = menu.dropdownOpened;
              if (event.key === "Escape" && !open && entry.onCancel !== undefined) {
                event.stopPropagation();
                entry.onCancel();
              }
              if (event.key === "Escape" && open) {
                event.stopPropagation();
                search(undefined);
              }
              if (event.key === "Enter" && typed === "" && chosen !== undefined) {
                event.preventDefault();
                onPick(null);
              }
            }}
          />
        </Combobox.Target>
        <ChevronDown aria-hidden="true" className={classes.unit} />
      </span>
      <Menu {...properties} typed={typed} />
    </Combobox>
  );
}

const NEW = "new:";

function Menu(properties: Properties & { typed: string | undefined }) {
  const { label, options, chosen, creations = [], waiting = false, typed } = properties;
  const { t } = useTranslation();
  const none = options.length === 0 && !waiting;
  return (
    <Combobox.Dropdown p={4} className={classes.menu}>
      {none ? <p className={classes.told}>{t("picker.none")}</p> : null}
      {waiting && options.length === 0 ? <p className={classes.told}>{t("list.loading")}</p> : null}
      <Combobox.Options aria-label={label} className={classes.listed}>
        {options.map(({ key, label: name, drawn, hint }) => (
          <Combobox.Option
            key={key}
            value={key}
            className={classes.option}
            active={key === chosen?.key}
            aria-selected={key === chosen?.key}
          >
            <span className="cut">{drawn ?? name}</span>
            {hint === undefined ? null : <small>{hint}</small>}
            {key === chosen?.key ? <Check aria-hidden="true" /> : null}
          </Combobox.Option>
        ))}
        {creations.map(({ key, label: named }, index) => (
          <Combobox.Option
            key={key}
            value={`${NEW}${index}`}
            className={`${classes.option} ${classes.new}`}
          >
            <span className="who">
              <Plus aria-hidden="true" />
              <span className="cut">{named(typed ?? "")}</span>
            </span>
          </Combobox.Option>
        ))}
      </Combobox.Options>
    </Combobox.Dropdown>
  );
}
