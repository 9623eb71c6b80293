import type { Entry, FieldOf } from "@/fields/definition";
import { Line } from "@/fields/line";

export function Input(entry: Entry<string, FieldOf<"url">>) {
  return <Line entry={entry} write={(value) => value} read={(text) => text} inputMode="url" />;
}
