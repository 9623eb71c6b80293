import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { ListFilter } from "lucide-react";
import { useTranslation } from "react-i18next";
import { frenchOf, inSentence, textIn } from "@/lib/text";
import { SignDrawing } from "@/ui/sign";
import { State } from "@/ui/state";
import type { Asking } from "./records";

const TAUGHT = 3;

/** A list without a line: because nothing is there yet, or because the view's filter is narrow. */
export function Empty({ tenant, asking }: { tenant: string; asking: Asking }) {
  const { t } = useTranslation();
  const { entity, view, columns, format } = asking;
  if (view?.filter === undefined) {
    const plural = inSentence(textIn(entity.plural, format.language));
    const one = inSentence(textIn(entity.label, format.language));
    const taught = columns.slice(0, TAUGHT).map(({ heading }) => inSentence(heading));
    return (
      <State
        art={<SignDrawing />}
        title={t("list.empty", { plural, ofPlural: frenchOf(plural) })}
        hint={t("list.emptyHint", { fields: format.list(taught), one })}
      />
    );
  }
  return (
    <State
      art={<ListFilter />}
      title={t("list.noMatch", { view: textIn(view.label, format.language) })}
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
