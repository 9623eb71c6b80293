import { useQuery } from "@tanstack/react-query";
import type { Entry, FieldOf, Money } from "@/fields/definition";
import { decimalIn, typedDecimal } from "@/fields/figures";
import { Line } from "@/fields/line";
import { useLanguage } from "@/lib/language";
import { modelQuery } from "@/lib/model";

/** The amount; its currency is the field's, else the one that is there, else the tenant's. */
export function Input(entry: Entry<Money, FieldOf<"money">>) {
  const language = useLanguage();
  const { data: model } = useQuery(modelQuery(entry.tenant));
  const there = entry.value !== null && typeof entry.value === "object" ? entry.value : undefined;
  const currency = entry.field.currency ?? there?.currency ?? model?.currency ?? "EUR";
  return (
    <Line
      entry={entry}
      unit={signOf(currency, language)}
      inputMode="decimal"
      write={({ amount }) => typedDecimal(amount, language)}
      read={(text) => {
        const amount = decimalIn(text.replace(signOf(currency, language), ""));
        return amount === undefined ? undefined : { amount, currency };
      }}
    />
  );
}

function signOf(currency: string, language: string): string {
  const parts = new Intl.NumberFormat(language, { style: "currency", currency }).formatToParts(0);
  return parts.find(({ type }) => type === "currency")?.value ?? currency;
}
