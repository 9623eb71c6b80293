import { FileUp, Sheet } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "@/lib/format";
import type { Chosen } from "./api";
import classes from "./drop-zone.module.css";

/** By name and by what systems call them: not every one knows every word. */
const KINDS = [
  ".csv,.tsv,.txt,text/csv,text/tab-separated-values,text/plain",
  ".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  ".ndjson,.jsonl,application/x-ndjson,application/jsonl",
].join();

type Properties = { chosen: Chosen | undefined; choose: (file: File) => void };

/** Takes a file that is dropped, or chosen by mouse or keys. */
export function DropZone({ chosen, choose }: Properties) {
  const { t } = useTranslation();
  const id = useId();
  const format = useFormat();
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [file] = files ?? [];
    if (file !== undefined) {
      choose(file);
    }
  };
  const hover = (entered: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(entered);
  };
  return (
    <label
      htmlFor={id}
      className={classes.zone}
      data-over={over}
      data-chosen={chosen !== undefined}
      onDragEnter={hover(true)}
      onDragOver={hover(true)}
      onDragLeave={hover(false)}
      onDrop={(event) => {
        hover(false)(event);
        take(event.dataTransfer.files);
      }}
    >
      <input
        id={id}
        type="file"
        accept={KINDS}
        className={classes.input}
        onChange={({ target }) => {
          take(target.files);
          // The same file can be chosen again after it was mended.
          target.value = "";
        }}
      />
      {chosen === undefined ? (
        <>
          <FileUp aria-hidden="true" />
          <strong>{t("imports.file.drop")}</strong>
          <span>{t("imports.file.choose")}</span>
          <small>{t("imports.file.hint")}</small>
        </>
      ) : (
        <>
          <Sheet aria-hidden="true" />
          <strong title={chosen.file.name}>{chosen.file.name}</strong>
          <small>
            {t("imports.file.size", {
              size: format.number(Math.max(1, Math.round(chosen.file.size / 1000))),
            })}
          </small>
          <span>{t("imports.file.other")}</span>
        </>
      )}
    </label>
  );
}
