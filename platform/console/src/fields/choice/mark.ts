import type { ChoiceOption } from "@/lib/model";
import type { MarkShape } from "@/ui/badge";

/** Shapes by the words that life cycles are usually made of; the colour decides for other words. */
const BY_WORD: Record<string, MarkShape> = {
  draft: "draft",
  planned: "draft",
  new: "open",
  open: "open",
  reported: "open",
  sent: "open",
  in_progress: "half",
  assessed: "half",
  active: "fine",
  accepted: "fine",
  paid: "fine",
  done: "fine",
  waiting: "paused",
  paused: "paused",
  suspended: "paused",
  late: "trouble",
  refused: "trouble",
  unpaid: "trouble",
  ended: "ended",
  closed: "ended",
  cancelled: "ended",
};

const BY_COLOR: Record<string, MarkShape> = {
  green: "fine",
  teal: "fine",
  blue: "open",
  violet: "half",
  amber: "half",
  orange: "trouble",
  red: "trouble",
  gray: "ended",
};

/**
 * The shape that stands before a status, so that colour never speaks alone. Other choices, such as
 * a kind or a country, have only their word.
 */
export function markOf(field: string, name: string, option: ChoiceOption): MarkShape | undefined {
  if (field !== "status" && field !== "stage" && field !== "state") {
    return undefined;
  }
  return BY_WORD[name] ?? BY_COLOR[option.color ?? ""] ?? "open";
}
