import type { Language } from "@/lib/language";

/** A date as it is typed, day first in both languages: `25/11/2026`. */
export function typedDate(iso: string): string {
  const [year, month, day] = iso.split("-");
  return `${day}/${month}/${year}`;
}

/** What a person typed, `25/11/26`, `5.3.2026` or `2026-03-05`, as a date that exists. */
export function dateIn(typed: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  const written = /^(\d{1,2})[/. -](\d{1,2})[/. -](\d{2}|\d{4})$/.exec(typed);
  const [, year, month, day] = iso ?? [];
  const [, d, m, y = ""] = written ?? [];
  const found =
    iso !== null
      ? [year, month, day]
      : written !== null
        ? [y.length === 2 ? `20${y}` : y, m, d]
        : undefined;
  if (found === undefined) {
    return undefined;
  }
  const text = found.map((part = "") => part.padStart(2, "0")).join("-");
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

/** How a date is to be typed, for an empty line. */
export const PATTERN: Record<Language, string> = { fr: "jj/mm/aaaa", en: "dd/mm/yyyy" };
export const CALENDAR: Record<Language, string> = {
  fr: "Ouvrir le calendrier",
  en: "Open the calendar",
};
