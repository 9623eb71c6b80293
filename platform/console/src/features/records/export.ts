import type { QueryClient } from "@tanstack/react-query";
import i18next from "i18next";
import { startJob } from "@/lib/jobs";
import { problemOf } from "@/lib/problem";
import type { Row } from "@/lib/record";
import { textIn } from "@/lib/text";
import { type FileKind, watch } from "@/lib/watched";
import { say } from "@/ui/toasts";
import { recordsQuery } from "./api";
import type { List } from "./use-list";

/**
 * Saves the whole list as one sees it: its columns, its filter, its order. What is not on the page
 * yet is put together by a job, which goes on while one does something else.
 */
export async function exportList(queries: QueryClient, list: List, kind: FileKind): Promise<void> {
  const { tenant, entity, selection } = list;
  const { queryKey } = recordsQuery(tenant, entity.name, selection);
  const loaded = queries.getQueryData(queryKey)?.pages ?? [];
  if (loaded.at(-1)?.page.next === null) {
    const rows = loaded.flatMap(({ data }) => data);
    await saveSome(list, rows, kind);
    return;
  }
  try {
    const { id } = await startJob(tenant, {
      kind: "export",
      entity: entity.name,
      ...selection,
      format: { type: "ndjson" },
    });
    watch({ tenant, id, saveAs: kind });
  } catch (error) {
    tell(error);
  }
}

/** Saves records that are on the page. */
export async function saveSome(list: List, rows: Row[], kind: FileKind): Promise<void> {
  const { entity, format } = list;
  try {
    const { saveRows } = await import("@/views/table/exported");
    const title = textIn(entity.plural, format.language);
    await saveRows(kind, { name: entity.name, title }, list, rows);
    say({ said: i18next.t("listing.exported", { count: rows.length }) });
  } catch (error) {
    tell(error);
  }
}

function tell(error: unknown) {
  const { detail, title } = problemOf(error);
  say({ said: detail ?? title, failed: true });
}
