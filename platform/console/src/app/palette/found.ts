import { useDebouncedValue } from "@mantine/hooks";
import { useQueries, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { plainValue } from "@/fields/field-value";
import { read, tenantPath } from "@/lib/client";
import { type Format, useFormat } from "@/lib/format";
import { groupsOf } from "@/lib/groups";
import { type Entity, fieldOf, type Model, modelQuery } from "@/lib/model";
import { nameOf, namingFields, searchedFields, searchFor } from "@/lib/naming";
import { remember } from "@/lib/recent";
import type { Page, Row } from "@/lib/record";
import { textIn } from "@/lib/text";
import type { Command } from "./commands";

const SEARCHED = 5;
const EACH = 4;
const LEAST = 2;
const PAUSE = 180;

/** Records whose name has what is typed, among the entities that people look for first. */
export function useFound(tenant: string, typed: string): Command[] {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data: model } = useQuery(modelQuery(tenant));
  const format = useFormat(model?.timeZone);
  const [settled] = useDebouncedValue(typed.trim(), PAUSE);
  const entities = model === undefined || settled.length < LEAST ? [] : searchedEntities(model);
  const pages = useQueries({
    queries: entities.map((entity) => ({
      queryKey: [tenant, entity.name, "named", settled],
      queryFn: ({ signal }: { signal: AbortSignal }) => named(tenant, entity, settled, signal),
      staleTime: 10_000,
    })),
  });
  return entities.flatMap((entity, at) =>
    (pages[at]?.data ?? []).map((row): Command => {
      const label = labelOf(model as Model, entity, row, format);
      const params = { tenant, entity: entity.name, id: row.id };
      return {
        id: row.id,
        group: t("palette.found"),
        label,
        aside: textIn(entity.label, format.language),
        icon: entity,
        run: () => {
          remember(tenant, { entity: entity.name, id: row.id, label });
          navigate({ to: "/t/$tenant/e/$entity/$id", params });
        },
      };
    }),
  );
}

/** Relations, then what one does business with; only those that have a name in words. */
function searchedEntities(model: Model): Entity[] {
  return groupsOf(model)
    .filter(({ name }) => name === "relations" || name === "business")
    .flatMap(({ entities }) => entities)
    .filter((entity) => searchedFields(entity).length > 0)
    .slice(0, SEARCHED);
}

async function named(tenant: string, entity: Entity, typed: string, signal: AbortSignal) {
  const { filter, params } = searchFor(entity, typed);
  const page = await read<Page>(tenantPath(tenant, `data/${entity.name}`), {
    parameters: { filter, ...params, fields: namingFields(entity).join(","), limit: EACH },
    signal,
  });
  return page.data;
}

function labelOf(model: Model, entity: Entity, row: Row, format: Format): string {
  return nameOf(entity, (name) => {
    const field = fieldOf(model, entity, name);
    return field === undefined ? "" : plainValue({ field, value: row.values[name], format });
  });
}
