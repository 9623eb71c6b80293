import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ListFilter, Plus, X } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useRights } from "@/lib/rights";
import { frenchOf, inSentence, textIn } from "@/lib/text";
import { SignDrawing } from "@/ui/sign";
import { State } from "@/ui/state";
import { filterOf, partsIn } from "./conditions";
import { useFilterWords } from "./filter-words";
import type { List } from "./use-list";

const TAUGHT = 3;

/** A list without a line: because nothing is there yet, or because of what it is filtered by. */
export function Empty({ list }: { list: List }) {
  if (list.filter === "") {
    return <Nothing list={list} />;
  }
  return list.search.filter === undefined ? <NothingInView list={list} /> : <NoMatch list={list} />;
}

function Nothing({ list: { tenant, entity, columns, format } }: { list: List }) {
  const { t } = useTranslation();
  const mayCreate = useRights(tenant)(entity, "create");
  const plural = inSentence(textIn(entity.plural, format.language));
  const label = textIn(entity.label, format.language);
  const taught = columns.slice(0, TAUGHT).map(({ heading }) => inSentence(heading));
  return (
    <State
      art={<SignDrawing />}
      title={t("list.empty", { plural, ofPlural: frenchOf(plural) })}
      hint={t("list.emptyHint", { fields: format.list(taught), one: inSentence(label) })}
    >
      {mayCreate ? (
        <Button
          leftSection={<Plus />}
          renderRoot={(button) => (
            <Link
              {...button}
              to="/t/$tenant/e/$entity/new"
              params={{ tenant, entity: entity.name }}
            />
          )}
        >
          {t("palette.new", { label: inSentence(label) })}
        </Button>
      ) : null}
    </State>
  );
}

function NothingInView({ list: { tenant, entity, view, format } }: { list: List }) {
  const { t } = useTranslation();
  return (
    <State
      art={<ListFilter />}
      title={t("list.noMatch", { view: textIn(view?.label ?? "", format.language) })}
      hint={t("list.noMatchHint")}
    >
      <Button
        renderRoot={(button) => (
          <Link {...button} to="/t/$tenant/e/$entity" params={{ tenant, entity: entity.name }} />
        )}
      >
        {t("list.showAll")}
      </Button>
    </State>
  );
}

/** One's own filters leave nothing: each can be taken away from here. */
function NoMatch({ list }: { list: List }) {
  const { t } = useTranslation();
  const { kindOf, wordsOf } = useFilterWords(list);
  const parts = partsIn(list.filter, kindOf);
  return (
    <State art={<ListFilter />} title={t("filter.nothing")} hint={t("filter.nothingHint")}>
      {parts.map((part) => (
        <Button
          key={part.id}
          leftSection={<X />}
          onClick={() => list.setFilter(filterOf(parts.filter((other) => other !== part)))}
        >
          {t("filter.without", { label: wordsOf(part) })}
        </Button>
      ))}
    </State>
  );
}
