import type { Language } from "@/lib/language";

export const WORDS: Record<Language, { yes: string; no: string }> = {
  fr: { yes: "Oui", no: "Non" },
  en: { yes: "Yes", no: "No" },
};
