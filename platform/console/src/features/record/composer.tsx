import { Button, SegmentedControl } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { CalendarPlus, ListChecks, type LucideIcon, Mail, Phone, StickyNote } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import controls from "@/fields/control.module.css";
import { problemId } from "@/fields/definition";
import { fields as kinds } from "@/fields/registry";
import { faultsOf, problemOf } from "@/lib/problem";
import { useRights } from "@/lib/rights";
import { textIn } from "@/lib/text";
import { create, forget, remove } from "@/lib/write";
import { say } from "@/ui/toasts";
import classes from "./activity.module.css";
import {
  BLANK,
  type Composable,
  composables,
  isTwoWay,
  type Kind,
  valuesOf,
  type Writing,
} from "./composing";
import { timelineKey } from "./happenings";
import { useRecord } from "./known";

export const ICONS: Record<Kind, LucideIcon> = {
  call: Phone,
  email: Mail,
  meeting: CalendarPlus,
  note: StickyNote,
  task: ListChecks,
};

/** Writes down a call, an e-mail, a meeting, a note or a task about the record. */
export function Composer() {
  const { place, model, entity } = useRecord();
  const { t } = useTranslation();
  const can = useRights(place.tenant);
  const offered = composables(model, entity, can);
  const [kind, setKind] = useState<Kind>("call");
  const chosen = offered.find((one) => one.kind === kind) ?? offered[0];
  if (chosen === undefined) {
    return null;
  }
  return (
    <section className={classes.composer} aria-label={t("timeline.composer")}>
      <div className={classes.kinds}>
        {offered.map((one) => {
          const Icon = ICONS[one.kind];
          return (
            <button
              key={one.kind}
              type="button"
              aria-pressed={one === chosen}
              onClick={() => setKind(one.kind)}
            >
              <Icon aria-hidden="true" />
              {t(`timeline.kinds.${one.kind}`)}
            </button>
          );
        })}
      </div>
      <Sheet chosen={chosen} />
    </section>
  );
}

function useWriting(chosen: Composable) {
  const { place, name } = useRecord();
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [writing, setWriting] = useState<Writing>(BLANK);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const refresh = () => {
    queries.invalidateQueries({ queryKey: timelineKey(place) });
    forget(queries, place.tenant, chosen.entity.name);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const about = { id: place.id, entity: place.entity, label: name };
    try {
      const made = await create(place.tenant, chosen.entity.name, valuesOf(chosen, writing, about));
      const there = { tenant: place.tenant, entity: made.entity, id: made.id };
      setWriting(BLANK);
      setProblem(undefined);
      refresh();
      const undo = () => remove(there, made.version).then(refresh);
      say({
        said: t(`timeline.written.${chosen.kind}`),
        action: { label: t("record.undo"), run: undo },
      });
    } catch (error) {
      const [fault] = Object.values(faultsOf(problemOf(error)));
      setProblem(fault?.code === "required" ? t("form.isRequired") : fault?.message);
    }
    setBusy(false);
  };
  const change = (part: Partial<Writing>) => {
    setProblem(undefined);
    setWriting((there) => ({ ...there, ...part }));
  };
  return { writing, change, problem, busy, submit };
}

function Sheet({ chosen }: { chosen: Composable }) {
  const { t } = useTranslation();
  const { writing, change, problem, busy, submit } = useWriting(chosen);
  const id = useId();
  const { kind } = chosen;
  return (
    <form className={classes.sheet} onSubmit={submit} noValidate>
      <input
        className={controls.control}
        aria-label={t(`timeline.subjectOf.${kind}`)}
        placeholder={t(`timeline.subjectOf.${kind}`)}
        maxLength={200}
        value={writing.subject}
        onChange={({ target }) => change({ subject: target.value })}
        {...(problem === undefined
          ? {}
          : { "aria-invalid": true, "aria-describedby": problemId(id) })}
      />
      <textarea
        className={controls.control}
        aria-label={t("timeline.body")}
        placeholder={t("timeline.body")}
        rows={2}
        value={writing.body}
        onChange={({ target }) => change({ body: target.value })}
      />
      {problem === undefined ? null : (
        <p className={classes.problem} id={problemId(id)} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.foot}>
        <Particular chosen={chosen} writing={writing} change={change} />
        <Button size="sm" variant="filled" type="submit" disabled={busy}>
          {t(`timeline.write.${kind}`)}
        </Button>
      </div>
    </form>
  );
}

type Part = { chosen: Composable; writing: Writing; change: (part: Partial<Writing>) => void };

/** What only this kind asks for: which way a call or an e-mail went, when one meets, when a task is due. */
function Particular({ chosen: { kind, entity }, writing, change }: Part) {
  const { t } = useTranslation();
  if (isTwoWay(kind) && entity.fields.direction !== undefined) {
    return (
      <SegmentedControl
        size="xs"
        aria-label={t("timeline.direction")}
        data={[
          { value: "out", label: t("timeline.out") },
          { value: "in", label: t("timeline.in") },
        ]}
        value={writing.direction}
        onChange={(direction) => change({ direction: direction === "in" ? "in" : "out" })}
      />
    );
  }
  const name = kind === "meeting" ? "at" : kind === "task" ? "due" : undefined;
  return name === undefined ? <span /> : <Moment {...{ name, entity, writing, change }} />;
}

type MomentProperties = Pick<Part, "writing" | "change"> & {
  name: "at" | "due";
  entity: Composable["entity"];
};

function Moment({ name, entity, writing, change }: MomentProperties) {
  const { place, format } = useRecord();
  const id = useId();
  const field = entity.fields[name];
  const Input = field === undefined ? undefined : kinds[field.kind].Input;
  if (field === undefined || Input === undefined) {
    return <span />;
  }
  return (
    <span className={classes.moment}>
      <label htmlFor={id}>{textIn(field.label, format.language)}</label>
      <Input
        id={id}
        tenant={place.tenant}
        field={field}
        value={writing[name]}
        onChange={(value) => change({ [name]: value })}
      />
    </span>
  );
}
