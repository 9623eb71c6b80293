import { formatIn } from "@/lib/format";
import { type Job, resultAddress } from "@/lib/jobs";
import type { Language } from "@/lib/language";
import type { Model } from "@/lib/model";
import { problemIn, Refusal } from "@/lib/problem";
import type { Row } from "@/lib/record";
import { textIn } from "@/lib/text";
import type { FileKind } from "@/lib/watched";
import { columnsOf } from "./columns";
import { csvFile, type Shown } from "./csv";
import { workbookOf } from "./workbook";

type Named = { name: string; title: string };

/** Saves records as one sees them, in a file called as their entity. */
export async function saveRows(kind: FileKind, named: Named, shown: Shown, rows: Row[]) {
  const file = kind === "csv" ? csvFile(shown, rows) : await workbookOf(named.title, shown, rows);
  save(`${named.name}.${kind}`, file);
}

/** Saves what an export has written, as one sees it: the job keeps values as they travel. */
export async function saveExport(
  tenant: string,
  model: Model,
  job: Job,
  { kind, language }: { kind: FileKind; language: Language },
): Promise<void> {
  const entity = model.entities[job.entity];
  const answer = await fetch(resultAddress(tenant, job.id, "ok"), { credentials: "same-origin" });
  if (!answer.ok) {
    throw new Refusal(await problemIn(answer));
  }
  if (entity === undefined) {
    return;
  }
  const rows = (await answer.text())
    .split("\n")
    .filter((line) => line !== "")
    .map((line): Row => {
      const values = JSON.parse(line) as Row["values"];
      return { id: String(values.id), entity: entity.name, version: 0, values };
    });
  const columns = columnsOf(model, entity, job.fields, language);
  const format = formatIn(language, model.timeZone);
  const title = textIn(entity.plural, language);
  await saveRows(kind, { name: entity.name, title }, { columns, format }, rows);
}

function save(name: string, file: Blob) {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // A browser may begin to read it only now.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
