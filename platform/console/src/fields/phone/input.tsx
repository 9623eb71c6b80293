import type { Entry, FieldOf } from "@/fields/definition";
import { Line } from "@/fields/line";

export function Input(entry: Entry<string, FieldOf<"phone">>) {
  return <Line entry={entry} write={(value) => value} read={(text) => text} inputMode="tel" />;
}
