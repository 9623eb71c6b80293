import { useMemo } from "react";
import { type Language, useLanguage } from "@/lib/language";

/** How figures, dates and lists are written in a language. Numbers come as decimal strings. */
export type Format = {
  language: Language;
  number: (value: string | number, decimals?: Decimals) => string;
  percent: (fraction: string) => string;
  money: (amount: string, currency: string) => string;
  date: (iso: string) => string;
  dateTime: (iso: string) => string;
  list: (parts: string[]) => string;
  country: (code: string) => string;
};

export type Decimals = { least: number; most: number };

const WHOLE: Decimals = { least: 0, most: 0 };
const REGION: Record<Language, string> = { fr: "fr-FR", en: "en-GB" };

export function formatIn(language: Language, timeZone?: string): Format {
  const locale = REGION[language];
  const numbers = numbersIn(locale);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const zone = timeZone === undefined ? {} : { timeZone };
  const instantDay = new Intl.DateTimeFormat(locale, { dateStyle: "medium", ...zone });
  const instantTime = new Intl.DateTimeFormat(locale, { timeStyle: "short", ...zone });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const countries = new Intl.DisplayNames(locale, { type: "region" });
  return {
    language,
    number: (value, { least, most } = WHOLE) =>
      numbers({ minimumFractionDigits: least, maximumFractionDigits: most }, value),
    percent: (fraction) => numbers({ style: "percent", maximumFractionDigits: 2 }, fraction),
    money: (amount, currency) => numbers({ style: "currency", currency }, amount),
    date: (iso) => wide(day.format(new Date(`${iso}T00:00:00Z`))),
    dateTime: (iso) => {
      const instant = new Date(iso);
      const time = instantTime.format(instant);
      const said = language === "fr" ? time.replace(":", "\u00a0h\u00a0") : time;
      return wide(`${instantDay.format(instant)} ${said}`);
    },
    list: (parts) => list.format(parts),
    country: (code) => countries.of(code) ?? code,
  };
}

export function useFormat(timeZone?: string): Format {
  const language = useLanguage();
  return useMemo(() => formatIn(language, timeZone), [language, timeZone]);
}

/** Building an Intl object costs far more than using it: each kind is built once. */
function numbersIn(locale: string) {
  const built = new Map<string, Intl.NumberFormat>();
  return (options: Intl.NumberFormatOptions, value: string | number) => {
    const key = JSON.stringify(options);
    const intl = built.get(key) ?? new Intl.NumberFormat(locale, options);
    built.set(key, intl);
    // Intl takes decimal strings and keeps all their digits; the library's type is narrower.
    return wide(intl.format(value as number));
  };
}

/** The thin group space disappears at 13 px; a plain no-break space does not. */
function wide(written: string): string {
  return written.replaceAll("\u202f", "\u00a0");
}
