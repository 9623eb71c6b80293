import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import { en } from "@/lib/texts/en";
import { fr } from "@/lib/texts/fr";

export type Language = "fr" | "en";

const KEPT = "entente.language";

declare module "i18next" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with theirs
  interface CustomTypeOptions {
    resources: { translation: typeof fr };
  }
}

/** The language of the page now. */
export function language(): Language {
  return i18next.language === "en" ? "en" : "fr";
}

export function useLanguage(): Language {
  return useTranslation().i18n.language === "en" ? "en" : "fr";
}

export async function speak(chosen: Language): Promise<void> {
  window.localStorage.setItem(KEPT, chosen);
  await i18next.changeLanguage(chosen);
}

export async function startLanguage(): Promise<void> {
  const say = (spoken: string) => {
    document.documentElement.lang = spoken;
  };
  i18next.on("languageChanged", say);
  await i18next.use(initReactI18next).init({
    lng: firstLanguage(),
    fallbackLng: "fr",
    resources: { fr: { translation: fr }, en: { translation: en } },
    interpolation: { escapeValue: false },
  });
}

/** The one chosen before, else the browser's first that we speak, else French. */
function firstLanguage(): Language {
  const kept = window.localStorage.getItem(KEPT);
  const wanted = kept === null ? navigator.languages : [kept];
  const spoken = wanted.map((tag) => tag.slice(0, 2)).find((tag) => tag === "fr" || tag === "en");
  return spoken === "en" ? "en" : "fr";
}
