import { File, FileArchive, FileSpreadsheet, FileText, Image, type LucideIcon } from "lucide-react";
import type { FileValue } from "@/fields/definition";

/** The name, with a sign for what is in it. */
export function Display({ value: { name, type } }: { value: FileValue }) {
  const Icon = iconOf(type);
  return (
    <span className="who">
      <Icon aria-hidden="true" className="faint" />
      <span className="cut">{name}</span>
    </span>
  );
}

export function iconOf(type: string): LucideIcon {
  if (type.startsWith("image/")) {
    return Image;
  }
  if (/zip|compressed|tar/.test(type) && !type.includes("openxml")) {
    return FileArchive;
  }
  if (/sheet|excel|csv/.test(type)) {
    return FileSpreadsheet;
  }
  return type.startsWith("text/") || /pdf|word|document/.test(type) ? FileText : File;
}
