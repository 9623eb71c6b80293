import type { Entry, FieldOf } from "@/fields/definition";
import { decimalIn } from "@/fields/figures";
import { Line } from "@/fields/line";

export function Input(entry: Entry<number, FieldOf<"integer">>) {
  return <Line entry={entry} inputMode="numeric" write={String} read={wholeIn} />;
}

function wholeIn(text: string): number | undefined {
  const decimal = decimalIn(text);
  return decimal === undefined || decimal.includes(".") ? undefined : Number(decimal);
}
