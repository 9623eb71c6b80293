import { useTranslation } from "react-i18next";
import type { Draft } from "@/fields/draft";
import { type MassRequest, startJob } from "@/lib/jobs";
import type { Field } from "@/lib/model";
import { problemOf } from "@/lib/problem";
import { textIn } from "@/lib/text";
import { watch } from "@/lib/watched";
import { say } from "@/ui/toasts";
import { sent } from "@/views/form/values";
import type { List } from "./use-list";

/** Changes or deletes all that a list finds, also what is not on the page; it goes on by itself. */
export function useMass(list: List, begun: () => void) {
  const { t } = useTranslation();
  const { tenant, entity, format, selection } = list;
  const start = async (what: MassRequest) => {
    try {
      const job = await startJob(tenant, what);
      begun();
      if (job.state === "scheduled" && job.run_at !== undefined) {
        const name = `${t(`jobs.kinds.${what.kind}`)} · ${textIn(entity.plural, format.language)}`;
        say({ said: t("jobs.planned", { name, at: format.dateTime(job.run_at) }) });
      } else {
        watch({ tenant, id: job.id });
      }
    } catch (error) {
      const { errors, detail, title } = problemOf(error);
      say({ said: errors?.[0]?.message ?? detail ?? title, failed: true });
    }
  };
  const all = (runAt: string | undefined) => ({
    entity: entity.name,
    ...(selection.filter === undefined ? {} : { filter: selection.filter }),
    ...(runAt === undefined ? {} : { run_at: runAt }),
  });
  return {
    edit: (field: Field, value: Draft<unknown>, runAt?: string) =>
      start({ kind: "update", values: { [field.name]: sent(field, value) }, ...all(runAt) }),
    remove: (runAt?: string) => start({ kind: "delete", ...all(runAt) }),
  };
}
