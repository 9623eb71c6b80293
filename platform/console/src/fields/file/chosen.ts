import type { Draft, FileValue } from "@/fields/definition";

/** A file that a person chose and that is nowhere but here yet. */
export type Chosen = FileValue & { file: File };

export function chosen(file: File): Chosen {
  return { name: file.name, type: file.type, size: file.size, sha256: "", file };
}

export function isChosen(value: unknown): value is Chosen {
  return typeof value === "object" && value !== null && "file" in value;
}

/** The file that is there or chosen; nothing when something else was written. */
export function fileOf(value: Draft<FileValue>): FileValue | undefined {
  return typeof value === "object" && value !== null ? value : undefined;
}
