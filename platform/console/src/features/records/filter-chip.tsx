import { Popover, UnstyledButton } from "@mantine/core";
import { X } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { filters, operatorOf } from "@/fields/filters";
import type { Condition, OperatorName } from "@/fields/operator";
import { walk } from "@/ui/action-menu";
import type { Part } from "./conditions";
import { isNamed, useFilterWords } from "./filter-words";
import { Operand } from "./operand";
import { ReferenceNames } from "./reference-names";
import classes from "./tools.module.css";
import type { List } from "./use-list";

type Properties = {
  list: List;
  part: Part;
  /** Just added: it opens where its value is to be given. */
  fresh: boolean;
  put: (part: Part) => void;
  remove: (part: Part) => void;
};

/** Field, operator, value and the way out; each can be changed in its place. */
export function Chip({ list, part, fresh, put, remove }: Properties) {
  const { t } = useTranslation();
  const { columnAt, wordsOf } = useFilterWords(list);
  const { condition, written, id } = part;
  const change = (next: Condition) => put({ id, condition: next });
  return (
    <span className={classes.chip}>
      {condition === undefined ? (
        <span className={`${classes.segment} ${classes.raw}`} title={written}>
          <span className="cut">{written}</span>
        </span>
      ) : (
        <>
          <span className={classes.segment}>
            <span className="cut">{columnAt(condition.path)?.heading ?? condition.path}</span>
          </span>
          <Operators condition={condition} change={change} />
          {operatorOf(condition)?.none === undefined ? (
            <Value list={list} condition={condition} change={change} fresh={fresh} />
          ) : null}
        </>
      )}
      <UnstyledButton
        className={classes.drop}
        aria-label={t("filter.remove", { label: wordsOf(part) })}
        onClick={() => remove(part)}
      >
        <X />
      </UnstyledButton>
    </span>
  );
}

type Changing = { condition: Condition; change: (next: Condition) => void };

function Operators({ condition, change }: Changing) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const said = (name: OperatorName) => t(`filter.operators.${name}`);
  const pick = (operator: OperatorName) => {
    setOpened(false);
    const days = (name: OperatorName) => name.endsWith("_days");
    const fits = days(operator) === days(condition.operator);
    change({ ...condition, operator, operands: fits ? condition.operands : [] });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={`${classes.segment} ${classes.operator}`}
          aria-label={`${t("filter.operator")} : ${said(condition.operator)}`}
          onClick={() => setOpened(!opened)}
        >
          {said(condition.operator)}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={t("filter.operator")} onKeyDown={walk}>
        {filters[condition.kind].operators.map(({ name }) => (
          <UnstyledButton key={name} className={classes.option} onClick={() => pick(name)}>
            {said(name)}
          </UnstyledButton>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

function Value({ list, condition, change, fresh }: Changing & { list: List; fresh: boolean }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(fresh);
  const { operandsOf } = useFilterWords(list);
  const words = operandsOf(condition);
  const named = isNamed(condition) && condition.operands.length > 0;
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton
          className={`${classes.segment} ${classes.value}`}
          aria-label={named ? undefined : `${t("filter.value")} : ${words}`}
          onClick={() => setOpened(!opened)}
        >
          <span className="cut">
            {named ? <ReferenceNames list={list} condition={condition} /> : words}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t("filter.value")}>
        <Operand
          list={list}
          condition={condition}
          onChange={(operands) => change({ ...condition, operands })}
          onClose={() => setOpened(false)}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
