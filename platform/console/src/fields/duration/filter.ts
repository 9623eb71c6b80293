import { type Filter, figures, type Literal } from "@/fields/operator";
import { lengthIn } from "./length";

const asLength: Literal = {
  pattern: 'duration\\("[^"]*"\\)',
  write: (operand) => `duration(${JSON.stringify(lengthIn(operand) ?? "PT0S")})`,
  read: (written) => written.slice('duration("'.length, -'")'.length),
};

export const durationFilter: Filter = figures("", asLength);
