import type { Entry, FieldOf } from "@/fields/definition";
import { decimalIn, typedDecimal } from "@/fields/figures";
import { Line } from "@/fields/line";
import { useLanguage } from "@/lib/language";

export function Input(entry: Entry<string, FieldOf<"decimal">>) {
  const language = useLanguage();
  return (
    <Line
      entry={entry}
      inputMode="decimal"
      write={(value) => typedDecimal(value, language)}
      read={decimalIn}
    />
  );
}
