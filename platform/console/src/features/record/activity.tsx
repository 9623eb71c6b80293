import { Button, Skeleton } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { ProblemState } from "@/ui/problem-state";
import classes from "./activity.module.css";
import { Composer } from "./composer";
import { Item } from "./happening";
import { type Happening, type Span, spans, timelineQuery } from "./happenings";
import { useRecord } from "./known";

/** What happened around the record, and the place to write down what is happening. */
export function Activity() {
  const { place } = useRecord();
  const { t } = useTranslation();
  const timeline = useInfiniteQuery(timelineQuery(place));
  const { data, error, refetch } = timeline;
  const happenings = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  return (
    <>
      <Composer />
      <h2 className={classes.title}>{t("timeline.title")}</h2>
      {data === undefined && error !== null ? <ProblemState error={error} retry={refetch} /> : null}
      {data === undefined && error === null ? <Waiting /> : null}
      {happenings === undefined ? null : <Told happenings={happenings} />}
      {timeline.hasNextPage ? (
        <Button
          size="sm"
          disabled={timeline.isFetchingNextPage}
          onClick={() => timeline.fetchNextPage()}
        >
          {t(timeline.isFetchingNextPage ? "list.loading" : "timeline.more")}
        </Button>
      ) : null}
    </>
  );
}

function Waiting() {
  return (
    <div className={`${classes.waiting} late`} aria-hidden="true">
      <Skeleton height={12} width="60%" />
      <Skeleton height={12} width="80%" />
      <Skeleton height={12} width="50%" />
    </div>
  );
}

function Told({ happenings }: { happenings: Happening[] }) {
  const { model } = useRecord();
  const { t } = useTranslation();
  const heading = useHeading();
  if (happenings.length === 0) {
    return (
      <p className={classes.nothing}>
        <b>{t("timeline.empty")}</b>
        {t("timeline.emptyHint")}
      </p>
    );
  }
  return spans(happenings, new Date(), model.timeZone).map(({ span, items }) => (
    <section key={span + items[0]?.at} aria-label={heading(span)}>
      <h3 className={classes.span}>{heading(span)}</h3>
      <ol className={classes.items}>
        {items.map((item) => (
          <Item key={item.kind === "change" ? `v${item.version}` : item.record.id} item={item} />
        ))}
      </ol>
    </section>
  ));
}

function useHeading() {
  const { format } = useRecord();
  const { t } = useTranslation();
  const month = new Intl.DateTimeFormat(format.language, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return (span: Span): string => {
    const near: Record<string, string> = {
      upcoming: t("timeline.upcoming"),
      today: t("timeline.today"),
      yesterday: t("timeline.yesterday"),
    };
    const named = near[span];
    if (named !== undefined) {
      return named;
    }
    const said = month.format(new Date(`${span}-01T00:00:00Z`));
    return said.charAt(0).toUpperCase() + said.slice(1);
  };
}
