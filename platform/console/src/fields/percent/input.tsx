import type { Entry, FieldOf } from "@/fields/definition";
import { decimalIn, shifted, typedDecimal } from "@/fields/figures";
import { Line } from "@/fields/line";
import { useLanguage } from "@/lib/language";

/** People type 12,5; what travels is the fraction 0.125. */
export function Input(entry: Entry<string, FieldOf<"percent">>) {
  const language = useLanguage();
  return (
    <Line
      entry={entry}
      unit="%"
      inputMode="decimal"
      write={(fraction) => typedDecimal(shifted(fraction, 2), language)}
      read={(text) => {
        const decimal = decimalIn(text.replace("%", ""));
        return decimal === undefined ? undefined : shifted(decimal, -2);
      }}
    />
  );
}
