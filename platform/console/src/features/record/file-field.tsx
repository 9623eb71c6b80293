import { useId } from "react";
import controls from "@/fields/control.module.css";
import { type FileValue, problemId } from "@/fields/definition";
import { Slot } from "@/fields/file/slot";
import { fileAddress } from "@/lib/files";
import type { Field } from "@/lib/model";
import { textIn } from "@/lib/text";
import classes from "./details.module.css";
import { useRecord } from "./known";
import { useFiles } from "./use-files";

type FileField = Extract<Field, { kind: "file" | "image" }>;

/** A file of a record: looked at, fetched, put and taken away in its place. */
export function FileField({ field }: { field: FileField }) {
  const { place, row, format, editable } = useRecord();
  const id = useId();
  const value = (row.values[field.name] ?? undefined) as FileValue | undefined;
  const files = useFiles(field, value);
  return (
    <div className={classes.field} data-field={field.name}>
      <dt>{textIn(field.label, format.language)}</dt>
      <dd>
        <div className={classes.file}>
          <Slot
            id={id}
            field={field}
            value={value}
            source={fileAddress(place, field.name)}
            sending={files.sending}
            told={files.problem === undefined ? undefined : problemId(id)}
            deeds={editable && field.read_only !== true ? files : undefined}
          />
          {files.problem === undefined ? null : (
            <p id={problemId(id)} role="alert" className={controls.wrong}>
              {files.problem}
            </p>
          )}
        </div>
      </dd>
    </div>
  );
}
