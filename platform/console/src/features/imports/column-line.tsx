import { ArrowRight } from "lucide-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import control from "@/fields/control.module.css";
import { problemId } from "@/fields/definition";
import { Picker } from "@/fields/picker";
import { leads, type Model } from "@/lib/model";
import { fold } from "@/lib/text";
import { Badge, type MarkShape } from "@/ui/badge";
import type { SniffedColumn } from "./api";
import classes from "./columns.module.css";
import { useGoalNames } from "./goal-names";
import { type Aim, aimAt, formatsOf, type Goal, type Key, keysOf } from "./mapping";

type Properties = {
  model: Model;
  goals: Goal[];
  column: SniffedColumn;
  aim: Aim | undefined;
  /** Whether the person said so. */
  mine: boolean;
  /** The other column that goes to a path. */
  taken: (path: string) => string | undefined;
  problem: string | undefined;
  onAim: (aim: Aim | undefined) => void;
};

/** A column of the file, what stands in it, and where it goes. */
export function ColumnLine(properties: Properties) {
  const { column, aim, mine, problem, goals } = properties;
  const { t } = useTranslation();
  const id = useId();
  const samples = column.samples.join(" · ");
  const goal = goals.find(({ path }) => path === aim?.path);
  return (
    <li className={classes.line} data-ignored={aim === undefined}>
      <div className={classes.column}>
        <strong title={column.name}>{column.name}</strong>
        <small title={samples}>{samples === "" ? t("imports.columns.noSample") : samples}</small>
      </div>
      <ArrowRight aria-hidden="true" className={classes.arrow} />
      <div className={classes.aim}>
        <label htmlFor={id} className="unseen">
          {t("imports.columns.fieldOf", { column: column.name })}
        </label>
        <GoalPicker {...properties} id={id} />
        {problem === undefined ? null : (
          <p id={problemId(id)} className={classes.problem}>
            {problem}
          </p>
        )}
        {aim !== undefined && goal !== undefined ? (
          <Reading {...properties} aim={aim} goal={goal} />
        ) : null}
      </div>
      <Trust confidence={column.confidence} mine={mine} ignored={aim === undefined} />
    </li>
  );
}

const TRUST: Record<string, [string, MarkShape]> = {
  high: ["green", "fine"],
  medium: ["blue", "half"],
  low: ["amber", "draft"],
  mine: ["teal", "fine"],
  nowhere: ["gray", "ended"],
};

type Trusted = Pick<SniffedColumn, "confidence"> & { mine: boolean; ignored: boolean };

/** Why a column goes where it goes. */
function Trust({ confidence, mine, ignored }: Trusted) {
  const { t } = useTranslation();
  const told = ignored ? "nowhere" : mine ? "mine" : (confidence ?? "medium");
  const [color, mark] = TRUST[told] ?? [undefined, undefined];
  return (
    <span className={classes.trust}>
      <Badge color={color} mark={mark}>
        {t(`imports.columns.${told}`)}
      </Badge>
    </span>
  );
}

const IGNORED = "";

function GoalPicker({
  model,
  goals,
  column,
  aim,
  taken,
  problem,
  onAim,
  id,
}: Properties & { id: string }) {
  const { t } = useTranslation();
  const names = useGoalNames(model);
  const [typed, setTyped] = useState("");
  const words = fold(typed).split(/\s+/).filter(Boolean);
  const options = [
    { key: IGNORED, label: t("imports.columns.ignored") },
    ...goals.map((goal) => {
      const other = taken(goal.path);
      const label = names.goal(goal);
      return { key: goal.path, label, ...(other === undefined ? {} : { hint: cut(other) }) };
    }),
  ].filter(({ label }) => words.every((word) => fold(label).includes(word)));
  const goal = goals.find(({ path }) => path === aim?.path);
  const label = goal === undefined ? (aim?.path ?? t("imports.columns.ignored")) : names.goal(goal);
  return (
    <Picker
      entry={{ id, problem }}
      label={t("imports.columns.fieldOf", { column: column.name })}
      chosen={{ key: aim?.path ?? IGNORED, label }}
      options={options}
      onSearch={setTyped}
      onPick={(path) => {
        const found = goals.find((one) => one.path === path);
        onAim(found === undefined ? undefined : aimAt(model, found, column));
      }}
    />
  );
}

const SHORT = 24;

function cut(name: string): string {
  return name.length > SHORT ? `${name.slice(0, SHORT)}…` : name;
}

/** How the cells are to be read: as a key of another record, or in a way of writing. */
function Reading({ model, column, aim, goal, onAim }: Properties & { aim: Aim; goal: Goal }) {
  const { t } = useTranslation();
  const names = useGoalNames(model);
  const { field, part } = goal;
  const keys = keysOf(model, field);
  const formats = formatsOf(field, part, column);
  const to = leads(field) ? field.to : undefined;
  return (
    <>
      {keys.length === 0 ? null : (
        <Chooser
          label={t("imports.columns.by")}
          name={t("imports.columns.byOf", { column: column.name })}
          value={keyed(aim)}
          options={keys.map((key) => [keyed(key), names.key(key, to)])}
          onPick={(picked) => {
            const key = keys.find((one) => keyed(one) === picked) ?? {};
            onAim({ path: aim.path, ...key });
          }}
        />
      )}
      {formats.length === 0 ? null : (
        <Chooser
          label={t("imports.columns.format")}
          name={t("imports.columns.formatOf", { column: column.name })}
          value={aim.format ?? ""}
          options={[
            [
              "",
              t("imports.columns.plain", {
                example: formats.includes("fr") ? "1234.56" : "2026-11-25",
              }),
            ],
            ...formats.map((format): [string, string] => [
              format,
              format === "fr"
                ? t("imports.columns.french")
                : format === "en"
                  ? t("imports.columns.english")
                  : format,
            ]),
          ]}
          onPick={(format) => {
            const { format: _, ...rest } = aim;
            onAim(format === "" ? rest : { ...rest, format });
          }}
        />
      )}
      {column.ambiguous && formats.length > 0 ? (
        <p className={classes.doubt}>{t("imports.columns.ambiguous")}</p>
      ) : null}
    </>
  );
}

function keyed({ entity = "", by = "" }: Key): string {
  return `${entity}/${by}`;
}

type Choosing = {
  label: string;
  name: string;
  value: string;
  options: [string, string][];
  onPick: (value: string) => void;
};

function Chooser({ label, name, value, options, onPick }: Choosing) {
  const id = useId();
  return (
    <div className={classes.reading}>
      <span aria-hidden="true">{label}</span>
      <select
        id={id}
        aria-label={name}
        className={control.control}
        value={value}
        onChange={({ target }) => onPick(target.value)}
      >
        {options.map(([key, said]) => (
          <option key={key} value={key}>
            {said}
          </option>
        ))}
      </select>
    </div>
  );
}
