import { Button, Checkbox } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Draft, isReference } from "@/fields/draft";
import type { Condition } from "@/fields/operator";
import { fields } from "@/fields/registry";
import { fold, textIn } from "@/lib/text";
import { columnOf } from "@/views/table/columns";
import classes from "./tools.module.css";
import type { List } from "./use-list";

type Properties = {
  list: List;
  condition: Condition;
  onChange: (operands: string[]) => void;
  onClose: () => void;
};

/** Where a condition's value is given, as its kind of field wants it. */
export function Operand(properties: Properties) {
  const { kind, operator } = properties.condition;
  if (kind === "choice" || kind === "multi_choice") {
    return <Options {...properties} />;
  }
  if (kind === "reference" || kind === "multi_reference") {
    return <Record {...properties} />;
  }
  const day = (kind === "date" || kind === "date_time") && !operator.endsWith("_days");
  return <Typed {...properties} type={day ? "date" : "text"} />;
}

/** Options of a choice, several at once. */
function Options({ list, condition, onChange }: Properties) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const { model, entity, format } = list;
  const field = columnOf(model, entity, condition.path, format.language)?.field;
  if (field?.kind !== "choice" && field?.kind !== "multi_choice") {
    return null;
  }
  const options = Object.entries(field.options)
    .map(([name, { label }]) => ({ name, word: textIn(label ?? name, format.language) }))
    .filter(({ word }) => fold(word).includes(fold(typed)));
  const flip = (name: string) => onChange(flipped(condition.operands, name, field.kind));
  return (
    <div className={classes.panel}>
      <input
        type="search"
        data-autofocus
        className={classes.find}
        aria-label={t("filter.find")}
        placeholder={t("filter.find")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <div className={classes.options}>
        {options.map(({ name, word }) => (
          <Checkbox
            key={name}
            size="xs"
            className={classes.option}
            label={word}
            checked={condition.operands.includes(name)}
            onChange={() => flip(name)}
          />
        ))}
      </div>
    </div>
  );
}

/** Of several options that a record may have, a condition speaks of one. */
function flipped(operands: string[], name: string, kind: "choice" | "multi_choice"): string[] {
  if (operands.includes(name)) {
    return operands.filter((other) => other !== name);
  }
  return kind === "choice" ? [...operands, name] : [name];
}

/** One record, found by its name as in a form. */
function Record({ list, condition, onChange, onClose }: Properties) {
  const { t } = useTranslation();
  const id = useId();
  const [picked, setPicked] = useState<Draft<unknown>>(null);
  const { model, entity, format, tenant } = list;
  const field = columnOf(model, entity, condition.path, format.language)?.field;
  const { Input } = fields.reference;
  if (field === undefined || Input === undefined) {
    return null;
  }
  const take = (value: Draft<unknown>) => {
    setPicked(value);
    if (isReference(value)) {
      onChange([value.id]);
      onClose();
    }
  };
  return (
    <div className={classes.panel}>
      <label className="unseen" htmlFor={id}>
        {t("filter.value")}
      </label>
      <Input
        id={id}
        tenant={tenant}
        field={field}
        value={picked}
        onChange={take}
        onCommit={take}
        onCancel={onClose}
        autoFocus
      />
    </div>
  );
}

/** Words, a figure, a day, a number of days. */
function Typed({ condition, onChange, onClose, type }: Properties & { type: "date" | "text" }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(condition.operands[0] ?? "");
  const days = condition.operator.endsWith("_days");
  const done = () => {
    onChange(typed.trim() === "" || (days && !/^\d{1,5}$/.test(typed)) ? [] : [typed.trim()]);
    onClose();
  };
  return (
    <form
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault();
        done();
      }}
    >
      <input
        type={type}
        data-autofocus
        inputMode={days ? "numeric" : undefined}
        className={classes.find}
        aria-label={t(days ? "filter.days" : "filter.value")}
        placeholder={t(days ? "filter.days" : "filter.value")}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button type="submit" size="sm">
        {t("filter.apply")}
      </Button>
    </form>
  );
}
