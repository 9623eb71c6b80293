import i18next from "i18next";
import type { Format } from "@/lib/format";
import type { Field } from "@/lib/model";

type FileField = Extract<Field, { kind: "file" | "image" }>;

const UNIT = 1_000;
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** How much that is, as one says it: « 2,4 Mo ». */
export function sizeIn({ language }: Format, bytes: number): string {
  const step = Math.min(
    UNITS.length - 1,
    Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)),
  );
  const written = new Intl.NumberFormat(language === "fr" ? "fr-FR" : "en-GB", {
    style: "unit",
    unit: UNITS[step] ?? "byte",
    unitDisplay: step === 0 ? "long" : "short",
    maximumFractionDigits: step < 2 ? 0 : 1,
  }).format(bytes / UNIT ** step);
  return written.replaceAll("\u202f", "\u00a0");
}

/** The kinds of files that are taken, in words: `PDF, images`. */
export function typesIn({ accept = [] }: FileField): string {
  return accept.map(typeIn).join(", ");
}

function typeIn(type: string): string {
  const [group = "", part = ""] = type.split("/");
  if (part === "*" || type === "text/plain") {
    return i18next.exists(`files.types.${group}`)
      ? i18next.t(`files.types.${group}` as "files.types.image")
      : type;
  }
  return (part.split(/[.+-]/).at(-1) ?? part).toUpperCase();
}

/** Why a file will not be taken, as far as that can be told before it is sent. */
export function refusalOf(field: FileField, file: File, format: Format): string | undefined {
  if (file.size === 0) {
    return i18next.t("files.isEmpty");
  }
  if (file.size > field.max_size) {
    const sizes = { size: sizeIn(format, file.size), max: sizeIn(format, field.max_size) };
    return i18next.t("files.tooLarge", sizes);
  }
  return isTaken(field, file.type)
    ? undefined
    : i18next.t("files.wrongType", { types: typesIn(field) });
}

/** What the browser knows no type of is left to the server, which looks at the bytes. */
function isTaken({ accept }: FileField, type: string): boolean {
  return (
    accept === undefined ||
    type === "" ||
    accept.some((one) => one === type || (one.endsWith("/*") && type.startsWith(one.slice(0, -1))))
  );
}

/** What is said below while nothing is wrong. */
export function limitsOf(field: FileField, format: Format): string {
  const size = sizeIn(format, field.max_size);
  return field.accept === undefined
    ? i18next.t("files.atMost", { size })
    : i18next.t("files.accepted", { types: typesIn(field), size });
}
