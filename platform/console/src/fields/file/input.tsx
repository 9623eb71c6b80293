import { useState } from "react";
import controls from "@/fields/control.module.css";
import { type Entry, type FileValue, problemId } from "@/fields/definition";
import { useFormat } from "@/lib/format";
import type { Field } from "@/lib/model";
import { refusalOf } from "./check";
import { chosen, fileOf } from "./chosen";
import { Slot } from "./slot";

type Properties = Entry<FileValue, Extract<Field, { kind: "file" | "image" }>>;

/** A file is chosen now and sent when the record is there. */
export function Input({ id, field, value, onChange, problem }: Properties) {
  const format = useFormat();
  const [unfit, setUnfit] = useState<string>();
  const choose = (file: File) => {
    const refusal = refusalOf(field, file, format);
    setUnfit(refusal);
    if (refusal === undefined) {
      onChange(chosen(file));
    }
  };
  const told = unfit === undefined && problem === undefined ? undefined : problemId(id);
  return (
    <>
      <Slot
        id={id}
        field={field}
        value={fileOf(value)}
        told={told}
        deeds={{
          choose,
          remove: () => {
            setUnfit(undefined);
            onChange(null);
          },
        }}
      />
      {unfit === undefined ? null : (
        <p id={problemId(id)} role="alert" className={controls.wrong}>
          {unfit}
        </p>
      )}
    </>
  );
}
