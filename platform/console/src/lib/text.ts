import type { Language } from "@/lib/language";

/** A text for people: one for all languages, or one for each. */
export type Text = string | Readonly<Record<string, string>>;

/** The text in this language, else the one without language, else the first there is. */
export function textIn(text: Text, language: Language): string {
  if (typeof text === "string") {
    return text;
  }
  return text[language] ?? text[""] ?? Object.values(text)[0] ?? "";
}

/** In which language `textIn` answers, where it is not the one that was asked for. */
export function otherLanguage(text: Text, language: Language): string | undefined {
  return typeof text === "string" || language in text || "" in text
    ? undefined
    : Object.keys(text)[0];
}

/** A noun inside a sentence: small first letter, unless it begins with an acronym. */
export function inSentence(noun: string): string {
  const second = noun.charAt(1);
  const acronym =
    second !== "" && second === second.toUpperCase() && second !== second.toLowerCase();
  return acronym ? noun : noun.charAt(0).toLowerCase() + noun.slice(1);
}

/** French « de » before a noun. */
export function frenchOf(noun: string): string {
  return /^[aeiouyhàâäéèêëîïôöùûüœæ]/i.test(noun) ? `d’${noun}` : `de ${noun}`;
}

/** Without case and accents, for finding. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** A text without case and accents, to look for. */
export function foldText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
