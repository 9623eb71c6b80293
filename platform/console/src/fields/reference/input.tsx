import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { use, useState } from "react";
import { useTranslation } from "react-i18next";
import { Creating } from "@/fields/creating";
import type { Entry, FieldOf, Reference } from "@/fields/definition";
import { Picker } from "@/fields/picker";
import { useFormat } from "@/lib/format";
import { type Entity, type Model, modelQuery, targetsOf } from "@/lib/model";
import { remember } from "@/lib/recent";
import { useRights } from "@/lib/rights";
import { inSentence, textIn } from "@/lib/text";
import { Display } from "./display";
import { candidatesQuery } from "./search";

const PAUSE = 160;

type Properties = Entry<Reference, FieldOf<"reference">> & {
  /** Ids of records that are not offered, as they are chosen already. */
  without?: string[];
};

export function Input(entry: Properties) {
  const { data: model } = useQuery(modelQuery(entry.tenant));
  return model === undefined ? null : <Chooser entry={entry} model={model} />;
}

type Known = { entry: Properties; model: Model };
const NONE: string[] = [];

/** Records by name as one types, and the way to one that is not there yet. */
function Chooser({ entry, model }: Known) {
  const { tenant, field, value, onChange, onCommit, without = NONE } = entry;
  const format = useFormat(model.timeZone);
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed, PAUSE);
  const targets = targetsOf(model, field);
  const { data: candidates = [], isFetching } = useQuery({
    ...candidatesQuery({ tenant, model, format }, targets, asked, without),
    placeholderData: keepPreviousData,
  });
  // Those of the question before are shown until the answer comes.
  const found = candidates.filter(({ id }) => !without.includes(id));
  const take = (picked: Reference | null) => {
    if (picked?.label !== undefined) {
      remember(tenant, { ...picked, label: picked.label });
    }
    onChange(picked);
    onCommit?.(picked);
  };
  const creations = useCreations(tenant, targets, take);
  const there = value !== null && typeof value === "object" ? value : undefined;
  const nameIn = (name: string) => textIn(model.entities[name]?.label ?? name, format.language);
  return (
    <Picker
      entry={entry}
      label={textIn(field.label, format.language)}
      chosen={there && { key: there.id, label: there.label ?? "" }}
      options={found.map((one) => ({
        key: one.id,
        label: one.label ?? "",
        drawn: <Display value={one} />,
        ...(targets.length > 1 ? { hint: nameIn(one.entity) } : {}),
      }))}
      waiting={isFetching || asked !== typed}
      creations={creations}
      onSearch={setTyped}
      onPick={(key) => take(found.find(({ id }) => id === key) ?? null)}
    />
  );
}

function useCreations(tenant: string, targets: Entity[], take: (made: Reference) => void) {
  const { t } = useTranslation();
  const format = useFormat();
  const createAside = use(Creating);
  const can = useRights(tenant);
  if (createAside === undefined) {
    return [];
  }
  return targets
    .filter((entity) => entity.rank !== "platform" && can(entity, "create"))
    .map((entity) => ({
      key: entity.name,
      label: (typed: string) =>
        t(typed === "" ? "picker.create" : "picker.createNamed", {
          typed,
          one: inSentence(textIn(entity.label, format.language)),
          plural: inSentence(textIn(entity.plural, format.language)),
        }),
      make: async (typed: string) => {
        const made = await createAside(entity, typed);
        if (made !== undefined) {
          take(made);
        }
      },
    }));
}
