import type { Entry, FieldOf } from "@/fields/definition";
import { Line } from "@/fields/line";

export function Input(entry: Entry<string, FieldOf<"text">>) {
  return (
    <Line
      entry={entry}
      write={(value) => value}
      read={(text) => text}
      maxLength={entry.field.max}
    />
  );
}
