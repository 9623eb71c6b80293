import { ActionIcon } from "@mantine/core";
import { CalendarDays } from "lucide-react";
import { useRef } from "react";
import classes from "@/fields/control.module.css";
import type { Entry, FieldOf } from "@/fields/definition";
import { Line } from "@/fields/line";
import { useLanguage } from "@/lib/language";
import { CALENDAR, dateIn, PATTERN, typedDate } from "./typed";

/** Typed as it is shown, whatever the browser's language; or picked in the browser's calendar. */
export function Input(entry: Entry<string, FieldOf<"date">>) {
  const { value, onChange } = entry;
  const language = useLanguage();
  const calendar = useRef<HTMLInputElement>(null);
  const iso = value === null ? undefined : dateIn(value);
  return (
    <span className={classes.measured} data-compact={entry.compact}>
      <Line entry={entry} placeholder={PATTERN[language]} write={typedDate} read={dateIn} />
      <input
        ref={calendar}
        type="date"
        className={classes.calendar}
        tabIndex={-1}
        aria-hidden="true"
        max="9999-12-31"
        value={iso ?? ""}
        onChange={({ target }) => onChange(target.value === "" ? null : target.value)}
      />
      <ActionIcon
        size="xs"
        className={classes.opens}
        tabIndex={-1}
        aria-label={CALENDAR[language]}
        onClick={() => calendar.current?.showPicker()}
      >
        <CalendarDays />
      </ActionIcon>
    </span>
  );
}
