import { Button } from "@mantine/core";
import { CircleAlert, RefreshCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { isPassing, problemOf } from "@/lib/problem";
import classes from "./imports.module.css";

type Properties = {
  error: unknown;
  /** Of what is wrong, what has no other place to be told at. */
  besides?: (pointer: string) => boolean;
  retry?: (() => void) | undefined;
};

/** Why something could not be done, where it was asked for. */
export function Refusal({ error, besides = () => true, retry }: Properties) {
  const { t } = useTranslation();
  const problem = problemOf(error);
  const told = (problem.errors ?? []).filter(({ pointer }) => besides(pointer));
  const passing = isPassing(problem);
  return (
    <div role="alert" className={classes.alert}>
      <CircleAlert aria-hidden="true" />
      <div>
        <p>{passing ? t("problem.failedHint") : (problem.detail ?? problem.title)}</p>
        {told.map(({ pointer, message }) =>
          message === problem.detail ? null : <p key={`${pointer} ${message}`}>{message}</p>,
        )}
      </div>
      {retry !== undefined && passing ? (
        <Button size="sm" leftSection={<RefreshCw />} onClick={retry}>
          {t("problem.retry")}
        </Button>
      ) : null}
    </div>
  );
}
