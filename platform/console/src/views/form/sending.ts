import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isChosen } from "@/fields/file/chosen";
import { putFile } from "@/lib/files";
import { useFormat } from "@/lib/format";
import { problemOf } from "@/lib/problem";
import type { Changes, Row } from "@/lib/record";
import { say } from "@/ui/toasts";

/** Sends the files that were chosen for a record, now that it is there; what fails is told. */
export function useSendingFiles(tenant: string, entity: string) {
  const { t } = useTranslation();
  const { percent } = useFormat();
  const [said, setSaid] = useState<string>();
  const send = async (row: Row, values: Changes): Promise<Row> => {
    let made = row;
    for (const [field, value] of Object.entries(values)) {
      if (isChosen(value)) {
        made = await sendOne(made, field, value.file);
      }
    }
    setSaid(undefined);
    return made;
  };
  const sendOne = async (row: Row, field: string, file: File): Promise<Row> => {
    const { name } = file;
    const tell = (share: number) =>
      setSaid(t("files.sending", { name, share: percent(share.toFixed(2)) }));
    tell(0);
    const place = { tenant, entity, id: row.id };
    try {
      return await putFile({ place, field, version: row.version, file, onShare: tell });
    } catch (error) {
      const { errors, detail, title } = problemOf(error);
      const why = errors?.[0]?.message ?? detail ?? title;
      say({
        said: t("files.notSent", { name, why: why === "" ? t("files.unreachable") : why }),
        failed: true,
      });
      return row;
    }
  };
  return { send, said };
}
