import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { use } from "react";
import { useTranslation } from "react-i18next";
import { Creating } from "@/fields/creating";
import { FieldValue, plainValue } from "@/fields/field-value";
import { namingFields } from "@/lib/naming";
import type { Row } from "@/lib/record";
import { useRights } from "@/lib/rights";
import { inSentence, textIn } from "@/lib/text";
import { forget } from "@/lib/write";
import { ProblemState } from "@/ui/problem-state";
import { NARROW } from "@/ui/width";
import type { Related } from "@/views/form/layout";
import { type Column, columnsOf } from "@/views/table/columns";
import { Items } from "@/views/table/items";
import { sourceOf } from "@/views/table/source";
import { relatedQuery } from "./api";
import { useRecord } from "./known";
import classes from "./related.module.css";

const COLUMNS = 5;

/** The records that lead here by one field, as lines, and the way to one more. */
export function RelatedList({ list, alone }: { list: Related; alone: boolean }) {
  const { place, model, format } = useRecord();
  const columns = columnsOf(model, list.entity, pathsOf(list), format.language);
  const related = useInfiniteQuery(
    relatedQuery(
      place,
      list,
      columns.map(({ path }) => path),
    ),
  );
  const rows = related.data?.pages.flatMap(({ data }) => data);
  const total = related.data?.pages[0]?.total?.value;
  const plural = textIn(list.entity.plural, format.language);
  const heading = alone ? plural : `${plural} · ${textIn(list.field.label, format.language)}`;
  if (rows === undefined && related.error !== null) {
    return <ProblemState error={related.error} retry={related.refetch} />;
  }
  return (
    <section className={classes.list} aria-label={heading} aria-busy={rows === undefined}>
      <div className={classes.head}>
        <h2>
          {heading} <small>{total === undefined ? "" : format.number(total)}</small>
        </h2>
        <Add list={list} />
      </div>
      {rows?.length === 0 ? <Nothing /> : null}
      {rows === undefined || rows.length === 0 ? null : (
        <Shown list={list} columns={columns} rows={rows} />
      )}
      <More related={related} />
    </section>
  );
}

type Pages = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

function More({ related: { hasNextPage, isFetchingNextPage, fetchNextPage } }: { related: Pages }) {
  const { t } = useTranslation();
  return hasNextPage ? (
    <Button size="sm" disabled={isFetchingNextPage} onClick={() => fetchNextPage()}>
      {t(isFetchingNextPage ? "list.loading" : "related.more")}
    </Button>
  ) : null;
}

/** What its first list shows, else its first fields; not the record that one stands on. */
function pathsOf({ entity, field }: Related): string[] {
  const shown = entity.views[0]?.columns ?? Object.keys(entity.fields);
  const named = namingFields(entity);
  const state = ["status", "stage"].filter((name) => entity.fields[name] !== undefined);
  const paths = [...new Set([...named, ...shown.slice(0, COLUMNS), ...state])];
  return paths.filter((path) => path.split(".")[0] !== field.name).slice(0, COLUMNS + 1);
}

type LinesProperties = { list: Related; columns: Column[]; rows: Row[] };

/** Lines where there is room for them, items of three lines on a phone. */
function Shown({ list, columns, rows }: LinesProperties) {
  const { place, format } = useRecord();
  const narrow = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const { entity } = list;
  return narrow ? (
    <div className={classes.cards}>
      <Items
        listing={{ entity, columns, rows, format, tenant: place.tenant }}
        label={textIn(entity.plural, format.language)}
      />
    </div>
  ) : (
    <Lines list={list} columns={columns} rows={rows} />
  );
}

function Lines({ list, columns, rows }: LinesProperties) {
  const { place, format } = useRecord();
  return (
    <section
      className={classes.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by key
      tabIndex={0}
      aria-label={`${textIn(list.entity.plural, format.language)}, ${rows.length}`}
    >
      <table>
        <thead>
          <tr>
            {columns.map(({ path, heading, align }) => (
              <th key={path} scope="col" data-align={align}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column, index) => (
                <Cell key={column.path} {...{ column, row }}>
                  {index === 0
                    ? { tenant: place.tenant, entity: list.entity.name, id: row.id }
                    : undefined}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

type CellProperties = {
  column: Column;
  row: Row;
  /** Where the first cell leads. */
  children: { tenant: string; entity: string; id: string } | undefined;
};

function Cell({ column: { path, field, align }, row, children: way }: CellProperties) {
  const { place, format } = useRecord();
  const source = sourceOf(place.tenant, row, { path, field });
  const seen = { field, value: row.values[path], format, source };
  return (
    <td data-align={align} title={plainValue(seen)}>
      {way === undefined ? (
        <FieldValue {...seen} />
      ) : (
        <Link className={classes.lead} to="/t/$tenant/e/$entity/$id" params={way}>
          <FieldValue {...seen} />
        </Link>
      )}
    </td>
  );
}

function Add({ list: { entity, field } }: { list: Related }) {
  const { place, name, format } = useRecord();
  const { t } = useTranslation();
  const queries = useQueryClient();
  const can = useRights(place.tenant);
  const createAside = use(Creating);
  if (createAside === undefined || !can(entity, "create")) {
    return null;
  }
  const add = async () => {
    const here = { id: place.id, entity: place.entity, label: name };
    const made = await createAside(entity, "", {
      [field.name]: field.kind === "multi_reference" ? [here] : here,
    });
    if (made !== undefined) {
      forget(queries, place.tenant, entity.name);
    }
  };
  const words = {
    plural: inSentence(textIn(entity.plural, format.language)),
    one: inSentence(textIn(entity.label, format.language)),
  };
  return (
    <Button size="sm" leftSection={<Plus />} onClick={add}>
      {t("related.add", words)}
    </Button>
  );
}

function Nothing() {
  const { t } = useTranslation();
  return (
    <p className={classes.nothing}>
      <b>{t("related.empty")}</b>
      {t("related.emptyHint")}
    </p>
  );
}
