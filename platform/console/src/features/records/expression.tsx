import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Problem, problemOf } from "@/lib/problem";
import { checkFilter } from "./api";
import classes from "./tools.module.css";
import type { List } from "./use-list";

/** The filter as the expression it is, for what chips cannot say. The server reads it first. */
export function Expression({ list }: { list: List }) {
  const { t } = useTranslation();
  const id = useId();
  const [text, setText] = useState(list.filter);
  const check = useMutation({
    mutationFn: () => checkFilter(list.tenant, list.entity.name, text),
    onSuccess: () =>
      list.setFilter(text.trim() === (list.view?.filter ?? "") ? undefined : text.trim()),
  });
  const problem = check.error === null ? undefined : problemOf(check.error);
  return (
    <form
      className={classes.expression}
      onSubmit={(event) => {
        event.preventDefault();
        check.mutate();
      }}
    >
      <textarea
        id={id}
        className={classes.text}
        spellCheck={false}
        aria-label={t("filter.expression")}
        aria-invalid={problem !== undefined}
        aria-describedby={problem === undefined ? undefined : `${id}-fault`}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          check.reset();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.shiftKey) {
            event.preventDefault();
            check.mutate();
          }
        }}
      />
      {problem === undefined ? null : (
        <p id={`${id}-fault`} className={classes.fault} role="alert">
          <Fault problem={problem} text={text} />
        </p>
      )}
      <span className={classes.buttons}>
        <Button type="submit" size="sm" disabled={check.isPending}>
          {t("filter.apply")}
        </Button>
      </span>
    </form>
  );
}

/** What is wrong, and the expression with the character at fault marked. */
function Fault({ problem, text }: { problem: Problem; text: string }) {
  const { t } = useTranslation();
  const [fault] = problem.errors ?? [];
  const position = fault?.params?.position;
  const message = fault?.message ?? problem.detail ?? problem.title;
  if (typeof position !== "number") {
    return message;
  }
  const letters = Array.from(text);
  return (
    <>
      {t("filter.at", { position: position + 1, message })}
      <code>
        {letters.slice(0, position).join("")}
        <mark>{letters[position] ?? "␣"}</mark>
        {letters.slice(position + 1).join("")}
      </code>
    </>
  );
}
