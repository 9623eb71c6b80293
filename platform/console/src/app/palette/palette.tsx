import { Kbd, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Search } from "lucide-react";
import { type KeyboardEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { NARROW } from "@/ui/width";
import { type Command, matchingCommands, useCommands } from "./commands";
import { useFound } from "./found";
import classes from "./palette.module.css";
import { PaletteIcon } from "./palette-icon";

const MOST = 12;

type Properties = { tenant: string; opened: boolean; close: () => void; openKeys: () => void };

/** Finds records, lists and actions from anywhere, by a few letters. */
export function Palette({ tenant, opened, close, openKeys }: Properties) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      size={672}
      padding={0}
      withCloseButton={false}
      attributes={{ content: { "aria-label": t("palette.title") } }}
      classNames={{ body: classes.body ?? "" }}
    >
      <Finder tenant={tenant} close={close} openKeys={openKeys} />
    </Modal>
  );
}

function Finder({ tenant, close, openKeys }: Omit<Properties, "opened">) {
  const { t } = useTranslation();
  const id = useId();
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const commands = useCommands({ tenant, openKeys });
  const found = useFound(tenant, typed);
  const offered = [...found, ...matchingCommands(commands, typed, MOST)];
  const current = Math.min(at, offered.length - 1);
  const run = (command: Command) => {
    close();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const way = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const command = offered[current];
    if (way !== 0) {
      event.preventDefault();
      setAt((current + way + offered.length) % Math.max(offered.length, 1));
    } else if (event.key === "Enter" && command !== undefined) {
      event.preventDefault();
      run(command);
    }
  };
  return (
    <>
      <div className={classes.field}>
        <Search aria-hidden="true" />
        <input
          data-autofocus
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={current < 0 ? undefined : `${id}-${current}`}
          aria-autocomplete="list"
          aria-label={t("palette.title")}
          placeholder={t(narrow ? "palette.placeholderShort" : "palette.placeholder")}
          value={typed}
          onChange={({ target }) => {
            setTyped(target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <Results id={id} offered={offered} current={current} run={run} />
      {offered.length === 0 ? (
        <p className={classes.none} role="status">
          {t("palette.none", { typed })}
        </p>
      ) : null}
      <p className={classes.foot} aria-hidden="true">
        <Kbd>↑</Kbd> <Kbd>↓</Kbd> {t("palette.choose")} <Kbd>{t("keys.enter")}</Kbd>{" "}
        {t("palette.run")} <Kbd>{t("keys.escape")}</Kbd> {t("close").toLowerCase()}
      </p>
    </>
  );
}

type Listed = {
  id: string;
  offered: Command[];
  current: number;
  run: (command: Command) => void;
};

function Results({ id, offered, current, run }: Listed) {
  const { t } = useTranslation();
  const groups = [...new Set(offered.map(({ group }) => group))];
  return (
    <div
      id={`${id}-list`}
      role="listbox"
      aria-label={t("palette.results")}
      className={classes.list}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options has no element of its own
        <div key={group} role="group" aria-label={group}>
          <p aria-hidden="true" className={classes.group}>
            {group}
          </p>
          {offered.map((command, index) =>
            command.group === group ? (
              <Option
                key={command.id}
                id={`${id}-${index}`}
                command={command}
                chosen={index === current}
                run={run}
              />
            ) : null,
          )}
        </div>
      ))}
    </div>
  );
}

type OptionProperties = {
  id: string;
  command: Command;
  chosen: boolean;
  run: (command: Command) => void;
};

function Option({ id, command, chosen, run }: OptionProperties) {
  const { label, aside, icon } = command;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus and names the option
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the input runs it
    <div
      id={id}
      ref={chosen ? seen : undefined}
      role="option"
      aria-selected={chosen}
      className={classes.option}
      onClick={() => run(command)}
    >
      <PaletteIcon icon={icon} />
      <span className="cut">{label}</span>
      {aside === undefined ? null : <span className={classes.aside}>{aside}</span>}
    </div>
  );
}

function seen(option: HTMLElement | null) {
  option?.scrollIntoView({ block: "nearest" });
}
