import { ActionIcon, Button, CopyButton } from "@mantine/core";
import { Compass, Copy, Lock, RefreshCw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { root } from "@/lib/place";
import { isPassing, problemOf } from "@/lib/problem";
import { State } from "./state";
import classes from "./state.module.css";

type Properties = { error: unknown; retry?: () => void; whole?: boolean };

/** A refusal or a failure, with what the person can do about it. */
export function ProblemState({ error, retry, whole = false }: Properties) {
  const { t } = useTranslation();
  const problem = problemOf(error);
  if (problem.status === 401) {
    return <State whole={whole} art={<Lock />} title={t("problem.signingIn")} hint="" />;
  }
  if (problem.status === 404) {
    return <Missing whole={whole} />;
  }
  if (problem.status === 403) {
    const hint = t("problem.forbiddenHint");
    return <State whole={whole} art={<Lock />} title={t("problem.forbidden")} hint={hint} />;
  }
  const passing = isPassing(problem);
  return (
    <State
      whole={whole}
      art={<RefreshCw />}
      title={t(passing ? "problem.failed" : "problem.refused")}
      hint={passing ? t("problem.failedHint") : (problem.detail ?? problem.title)}
    >
      {retry === undefined ? null : (
        <Button leftSection={<RefreshCw />} onClick={retry}>
          {t("problem.retry")}
        </Button>
      )}
      {problem.reference === undefined ? null : <ProblemReference value={problem.reference} />}
    </State>
  );
}

/** Something that is not there, or that this person may not know of: the two look alike. */
export function Missing({ whole = true }: { whole?: boolean }) {
  const { t } = useTranslation();
  return (
    <State
      whole={whole}
      art={<Compass />}
      title={t("problem.missing")}
      hint={t("problem.missingHint")}
    >
      <Button component="a" href={root}>
        {t("problem.toTenants")}
      </Button>
    </State>
  );
}

function ProblemReference({ value }: { value: string }) {
  const { t } = useTranslation();
  return (
    <span className={classes.reference}>
      {t("problem.reference")} <code>{value}</code>
      <CopyButton value={value}>
        {({ copy }) => (
          <ActionIcon size="xs" aria-label={t("problem.copy")} onClick={copy}>
            <Copy />
          </ActionIcon>
        )}
      </CopyButton>
    </span>
  );
}
