import { Button } from "@mantine/core";
import { useIntersection } from "@mantine/hooks";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import classes from "./list.module.css";

type Pages = {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  isFetchNextPageError: boolean;
  fetchNextPage: () => unknown;
};

/** The way on: the next page comes when this is nearly in sight, or by hand after a failure. */
export function More({ records }: { records: Pages }) {
  const { t } = useTranslation();
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = records;
  const { ref, entry } = useIntersection<HTMLDivElement>({ rootMargin: "480px" });
  const due = entry?.isIntersecting === true && hasNextPage && !isFetchNextPageError;
  useEffect(() => {
    if (due && !isFetchingNextPage) {
      fetchNextPage();
    }
  }, [due, isFetchingNextPage, fetchNextPage]);
  return hasNextPage ? (
    <div ref={ref} className={classes.more}>
      <Button size="sm" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
        {t(isFetchingNextPage ? "list.loading" : "list.more")}
      </Button>
    </div>
  ) : null;
}
