import { Button, Modal } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Draft } from "@/fields/draft";
import { fields } from "@/fields/registry";
import { isToCome, type Moment, runAtOf, When } from "@/fields/when";
import { type Field, holdsFile } from "@/lib/model";
import { textIn } from "@/lib/text";
import classes from "./selection-bar.module.css";
import type { List } from "./use-list";

type Properties = {
  list: List;
  opened: boolean;
  /** How many were picked; without it the whole list is changed, at once or later. */
  count: number | undefined;
  close: () => void;
  onApply: (field: Field, value: Draft<unknown>, runAt: string | undefined) => void;
};

/** One field of all that was picked, set to one value. */
export function BulkEdit({ list, opened, count, close, onApply }: Properties) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={count === undefined ? t("bulk.applyWhole") : t("bulk.apply", { n: count })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Form
        list={list}
        count={count}
        onApply={(field, value, runAt) => {
          close();
          onApply(field, value, runAt);
        }}
      />
    </Modal>
  );
}

function Form({ list, count, onApply }: Pick<Properties, "list" | "count" | "onApply">) {
  const { t } = useTranslation();
  const id = useId();
  const [name, setName] = useState("");
  const [value, setValue] = useState<Draft<unknown>>(null);
  const [moment, setMoment] = useState<Moment>("now");
  const { entity, tenant, format } = list;
  const offered = Object.values(entity.fields).filter(
    (one) => !one.read_only && !holdsFile(one) && fields[one.kind].Input !== undefined,
  );
  const field = offered.find((one) => one.name === name);
  const Input = field && fields[field.kind].Input;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        field && onApply(field, value, runAtOf(moment));
      }}
    >
      <div>
        <label htmlFor={`${id}-field`}>{t("bulk.field")}</label>
        <select
          id={`${id}-field`}
          data-autofocus
          className={classes.select}
          value={name}
          onChange={({ target }) => {
            setName(target.value);
            setValue(null);
          }}
        >
          <option value="">{t("bulk.chooseField")}</option>
          {offered.map(({ name: one, label }) => (
            <option key={one} value={one}>
              {textIn(label, format.language)}
            </option>
          ))}
        </select>
      </div>
      {field === undefined || Input === undefined ? null : (
        <div>
          <label htmlFor={`${id}-value`}>{textIn(field.label, format.language)}</label>
          <Input
            key={name}
            id={`${id}-value`}
            tenant={tenant}
            field={field}
            value={value}
            onChange={setValue}
          />
        </div>
      )}
      {count === undefined ? <When tenant={tenant} value={moment} onChange={setMoment} /> : null}
      <Button type="submit" variant="filled" disabled={field === undefined || !isToCome(moment)}>
        {moment !== "now" ? t("bulk.plan") : null}
        {moment === "now" && count === undefined ? t("bulk.applyWhole") : null}
        {moment === "now" && count !== undefined ? t("bulk.apply", { n: count }) : null}
      </Button>
    </form>
  );
}
