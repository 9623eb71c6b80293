import { Button, Modal } from "@mantine/core";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Draft } from "@/fields/draft";
import { fields } from "@/fields/registry";
import type { Field } from "@/lib/model";
import { textIn } from "@/lib/text";
import classes from "./selection-bar.module.css";
import type { List } from "./use-list";

type Properties = {
  list: List;
  opened: boolean;
  count: number;
  close: () => void;
  onApply: (field: Field, value: unknown) => void;
};

/** One field of all that was picked, set to one value. */
export function BulkEdit({ list, opened, count, close, onApply }: Properties) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t("bulk.apply", { n: count })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <Form
        list={list}
        count={count}
        onApply={(field, value) => {
          close();
          onApply(field, value);
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
  const { entity, tenant, format } = list;
  const offered = Object.values(entity.fields).filter(
    ({ kind, read_only }) => !read_only && fields[kind].Input !== undefined,
  );
  const field = offered.find((one) => one.name === name);
  const Input = field && fields[field.kind].Input;
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        field && onApply(field, value);
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
      <Button type="submit" variant="filled" disabled={field === undefined}>
        {t("bulk.apply", { n: count })}
      </Button>
    </form>
  );
}
