import { Popover, UnstyledButton } from "@mantine/core";
import type { LucideIcon } from "lucide-react";
import { cloneElement, type KeyboardEvent, type ReactElement, useState } from "react";
import classes from "./action-menu.module.css";

export type MenuAction = {
  icon: LucideIcon;
  label: string;
  run: () => void;
  /** A line stands before it. */
  apart?: boolean;
};

type Properties = {
  label: string;
  actions: MenuAction[];
  children: ReactElement<{ onClick?: () => void }>;
};

/** A menu of actions; the arrows move inside it. */
export function ActionMenu({ label, actions, children }: Properties) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-start"
      width="max-content"
      trapFocus
      returnFocus
    >
      <Popover.Target>
        {cloneElement(children, { onClick: () => setOpened(!opened) })}
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={label} onKeyDown={walk}>
        {actions.map(({ icon: Icon, label: said, run, apart }) => (
          <UnstyledButton
            key={said}
            className={classes.action}
            data-apart={apart}
            onClick={() => {
              setOpened(false);
              run();
            }}
          >
            <Icon aria-hidden="true" />
            {said}
          </UnstyledButton>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

/** Up and down among the buttons of a panel, round the ends. */
export function walk(event: KeyboardEvent<HTMLElement>) {
  const way = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (way !== 0) {
    const stops = Array.from(event.currentTarget.querySelectorAll<HTMLElement>("button, a[href]"));
    const at = stops.indexOf(document.activeElement as HTMLElement);
    event.preventDefault();
    stops.at((at + way) % stops.length)?.focus();
  }
  event.stopPropagation();
}
