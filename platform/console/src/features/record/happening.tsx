import { Link } from "@tanstack/react-router";
import {
  CalendarDays,
  GitCommitVertical,
  ListChecks,
  type LucideIcon,
  Mail,
  MessagesSquare,
  Phone,
  Plus,
  StickyNote,
} from "lucide-react";
import { useTranslation } from "react-i18next";
import { plainValue } from "@/fields/field-value";
import { fieldOf } from "@/lib/model";
import { nameOf } from "@/lib/naming";
import { textIn } from "@/lib/text";
import { Avatar } from "@/ui/avatar";
import classes from "./activity.module.css";
import type { Change, Happening } from "./happenings";
import { useRecord } from "./known";

const ICONS: Record<string, LucideIcon> = {
  call: Phone,
  email: Mail,
  meeting: CalendarDays,
  visit: CalendarDays,
  letter: Mail,
  task: ListChecks,
  note: StickyNote,
};

/** One thing that happened: when, what, by whom. */
export function Item({ item }: { item: Happening }) {
  const { format } = useRecord();
  const Icon = iconOf(item);
  return (
    <li className={classes.item}>
      <span className={classes.mark}>
        <Icon aria-hidden="true" />
      </span>
      <div className={classes.told}>
        {item.kind === "change" ? <Changed item={item} /> : <Done item={item} />}
        {item.by?.label === undefined ? null : (
          <p className={classes.who}>
            <Avatar name={item.by.label} shape="round" />
            {item.by.label}
          </p>
        )}
      </div>
      <time dateTime={item.at}>{format.dateTime(item.at)}</time>
    </li>
  );
}

function iconOf(item: Happening): LucideIcon {
  if (item.kind === "change") {
    return item.op === "create" ? Plus : GitCommitVertical;
  }
  const { entity, values } = item.record;
  return ICONS[String(values.kind ?? "")] ?? ICONS[entity] ?? MessagesSquare;
}

/** Each changed field stays one line. */
function Changed({ item }: { item: Happening & { kind: "change" } }) {
  const { model, entity, format } = useRecord();
  const { t } = useTranslation();
  if (item.op === "create") {
    return <p className={classes.what}>{t("timeline.created")}</p>;
  }
  const word = (value: unknown, field: NonNullable<ReturnType<typeof fieldOf>>) =>
    plainValue({ field, value, format }) || t("timeline.nothing");
  return Object.entries(item.changes).map(([name, change]: [string, Change]) => {
    const field = fieldOf(model, entity, name);
    return field === undefined ? null : (
      <p key={name} className={`${classes.what} cut`}>
        {t("timeline.changedTo", {
          field: textIn(field.label, format.language),
          old: word(change.old, field),
          new: word(change.new, field),
        })}
      </p>
    );
  });
}

function Done({ item: { record } }: { item: Happening & { kind: "activity" } }) {
  const { place, model, format } = useRecord();
  const entity = model.entities[record.entity];
  if (entity === undefined) {
    return null;
  }
  const written = (name: string) => {
    const field = fieldOf(model, entity, name);
    return field === undefined ? "" : plainValue({ field, value: record.values[name], format });
  };
  const said = record.values.body ?? record.values.details;
  const kind = written("kind") || textIn(entity.label, format.language);
  return (
    <>
      <p className={classes.what}>
        <Link
          to="/t/$tenant/e/$entity/$id"
          params={{ tenant: place.tenant, entity: record.entity, id: record.id }}
        >
          {nameOf(entity, written)}
        </Link>{" "}
        <small>{[kind, written("direction"), written("status")].filter(Boolean).join(" · ")}</small>
      </p>
      {typeof said === "string" && said !== "" ? (
        <p className={classes.said} data-excerpt>
          {said}
        </p>
      ) : null}
    </>
  );
}
