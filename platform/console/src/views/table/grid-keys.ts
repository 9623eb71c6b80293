import { HEAD, type Spot } from "./grid-focus";

type Key = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

const PAGE = 12;
const FAR = 1_000_000;

/** Where a key leads from a spot; nothing when it leads nowhere. */
export function spotAfter(pressed: Key, { line, column }: Spot): Spot | undefined {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  if (altKey) {
    return undefined;
  }
  const far = ctrlKey || metaKey;
  const leads: Record<string, Spot> = {
    ArrowUp: { line: line - 1, column },
    ArrowDown: { line: line + 1, column },
    ArrowLeft: { line, column: column - 1 },
    ArrowRight: { line, column: column + 1 },
    Home: { line: far ? 0 : line, column: 0 },
    End: { line: far ? FAR : line, column: FAR },
    PageUp: { line: Math.max(line - PAGE, 0), column },
    PageDown: { line: line + PAGE, column },
    ...(column <= 1 && !far
      ? { j: { line: line + 1, column }, k: { line: line - 1, column } }
      : {}),
  };
  return leads[key];
}

/**
 * What a key does in a cell. Where values stand, letters begin to edit; in the first columns, which
 * pick and name a record, they are commands.
 */
export function deedOf(pressed: Key, { line, column }: Spot): "pick" | "edit" | undefined {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  if (line === HEAD || ctrlKey || metaKey || altKey) {
    return undefined;
  }
  if (column > 0 && key === "F2") {
    return "edit";
  }
  if (column <= 1) {
    return key === "x" || (key === " " && column === 1) ? "pick" : undefined;
  }
  if (key === " ") {
    return "pick";
  }
  return key === "Enter" || Array.from(key).length === 1 ? "edit" : undefined;
}
