import type { Entry, FieldOf } from "@/fields/definition";
import { Line } from "@/fields/line";
import { useLanguage } from "@/lib/language";
import { lengthIn, said } from "./length";

export function Input(entry: Entry<string, FieldOf<"duration">>) {
  const language = useLanguage();
  return (
    <Line
      entry={entry}
      placeholder={language === "fr" ? "1 j 12 h" : "1 d 12 h"}
      write={(value) => said(value, language)}
      read={lengthIn}
    />
  );
}
