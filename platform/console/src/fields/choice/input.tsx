import { useState } from "react";
import type { Entry, FieldOf } from "@/fields/definition";
import { Picker } from "@/fields/picker";
import { useFormat } from "@/lib/format";
import { foldText, textIn } from "@/lib/text";
import { Display } from "./display";

export function Input(entry: Entry<string, FieldOf<"choice">>) {
  const { field, value, onChange, onCommit } = entry;
  const format = useFormat();
  const [typed, setTyped] = useState("");
  const word = (name: string) => textIn(field.options[name]?.label ?? name, format.language);
  const options = Object.keys(field.options)
    .filter((name) => !field.options[name]?.retired || name === value)
    .filter((name) => foldText(word(name)).includes(foldText(typed)))
    .map((name) => ({
      key: name,
      label: word(name),
      drawn: <Display field={field} value={name} format={format} />,
    }));
  return (
    <Picker
      entry={entry}
      label={textIn(field.label, format.language)}
      chosen={value === null ? undefined : { key: value, label: word(value) }}
      options={options}
      onSearch={setTyped}
      onPick={(key) => {
        onChange(key);
        onCommit?.(key);
      }}
    />
  );
}
