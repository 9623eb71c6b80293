import { Button } from "@mantine/core";
import { Braces } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ColumnChooser } from "./column-chooser";
import { Expression } from "./expression";
import { FilterBar } from "./filter-bar";
import classes from "./tools.module.css";
import type { List } from "./use-list";

type Properties = { list: List; asked: string | undefined; onAsked: () => void };

/** What the list is filtered by, as chips or as an expression, and which columns it has. */
export function Tools({ list, asked, onAsked }: Properties) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(false);
  const changed = list.search.filter !== undefined;
  return (
    <div className={classes.tools}>
      <div className={classes.line}>
        <FilterBar list={list} asked={asked} onAsked={onAsked} />
        <span className={classes.end}>
          {changed ? (
            <Button
              size="sm"
              variant="subtle"
              color="gray"
              onClick={() => list.setFilter(undefined)}
            >
              {t(list.view?.filter === undefined ? "filter.clear" : "filter.reset")}
            </Button>
          ) : null}
          <Button
            size="sm"
            variant="subtle"
            color="gray"
            leftSection={<Braces />}
            aria-expanded={writing}
            onClick={() => setWriting(!writing)}
          >
            {t(writing ? "filter.closeExpression" : "filter.editExpression")}
          </Button>
          <ColumnChooser list={list} />
        </span>
      </div>
      {writing ? <Expression key={list.filter} list={list} /> : null}
    </div>
  );
}
