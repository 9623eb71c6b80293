import type { Language } from "@/lib/language";

type Parts = { days: number; hours: number; minutes: number; seconds: number };

const ISO = /^(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const SAID: Record<Language, [string, string, string, string]> = {
  fr: ["j", "h", "min", "s"],
  en: ["d", "h", "min", "s"],
};
const TYPED =
  /^(-)?(?=.)(?:(\d+)\s*[jd]\w*)?\s*(?:(\d+)\s*h\w*)?\s*(?:(\d+)\s*m\w*)?\s*(?:(\d+(?:[.,]\d+)?)\s*s\w*)?$/i;

/** An ISO length as it is said: 1 d 12 h. */
export function said(iso: string, language: Language): string {
  const found = ISO.exec(iso);
  if (found === null) {
    return iso;
  }
  const figures = found.slice(2, 6);
  const words = figures.flatMap((figure, at) =>
    figure === undefined ? [] : [`${figure}\u00a0${SAID[language][at]}`],
  );
  const text = words.length === 0 ? `0\u00a0${SAID[language][3]}` : words.join(" ");
  return found[1] === undefined ? text : `−${text}`;
}

/** The ISO length that a person means: 1 j 12 h, 90 min, or ISO itself. */
export function lengthIn(typed: string): string | undefined {
  const plain = typed.trim().replace("−", "-");
  const found = ISO.exec(plain.toUpperCase()) ?? TYPED.exec(plain);
  if (found === null || found.slice(2).every((figure) => figure === undefined)) {
    return undefined;
  }
  const [, sign, days, hours, minutes, seconds] = found;
  return written(sign === "-", {
    days: Number(days ?? 0),
    hours: Number(hours ?? 0),
    minutes: Number(minutes ?? 0),
    seconds: Number((seconds ?? "0").replace(",", ".")),
  });
}

/** Days, hours, minutes and seconds carried over, as the API writes them. */
function written(negative: boolean, { days, hours, minutes, seconds }: Parts): string {
  const all = ((days * 24 + hours) * 60 + minutes) * 60;
  const whole = all + Math.floor(seconds);
  const rest = seconds - Math.floor(seconds);
  const [d, h, m] = [
    Math.floor(whole / 86_400),
    Math.floor(whole / 3_600) % 24,
    Math.floor(whole / 60) % 60,
  ];
  const s = Number(((whole % 60) + rest).toFixed(6));
  const time = `${h > 0 ? `${h}H` : ""}${m > 0 ? `${m}M` : ""}${s > 0 ? `${s}S` : ""}`;
  const text = `${d > 0 ? `${d}D` : ""}${time === "" ? "" : `T${time}`}`;
  return text === "" ? "PT0S" : `${negative ? "-" : ""}P${text}`;
}
