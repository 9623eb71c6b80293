import { useTranslation } from "react-i18next";
import { plainValue } from "@/fields/field-value";
import { operatorOf } from "@/fields/filters";
import type { Condition } from "@/fields/operator";
import { type Column, columnOf, kindAt } from "@/views/table/columns";
import type { Part } from "./conditions";
import type { List } from "./use-list";

/** Whether its operands are records, whose names have to be asked for. */
export function isNamed({ kind }: Condition): boolean {
  return kind === "reference" || kind === "multi_reference";
}

/** How a filter is said to people. */
export function useFilterWords({ model, entity, format }: List) {
  const { t } = useTranslation();
  const columnAt = (path: string): Column | undefined =>
    columnOf(model, entity, path, format.language);
  const operandsOf = (condition: Condition): string => {
    const { operands, operator, path, kind } = condition;
    if (operatorOf(condition)?.none !== undefined) {
      return "";
    }
    if (operands.length === 0) {
      return t("filter.missing");
    }
    if (operator === "next_days" || operator === "last_days") {
      return t("filter.daysOf", { n: operands[0] });
    }
    const field = columnAt(path)?.field;
    const one = (operand: string) => {
      if (kind === "multi_choice" && field !== undefined) {
        return plainValue({ field, value: [operand], format });
      }
      if (kind === "choice" && field !== undefined) {
        return plainValue({ field, value: operand, format });
      }
      if (kind === "date" || kind === "date_time") {
        return format.date(operand);
      }
      return kind === "percent" ? `${operand}\u00a0%` : operand;
    };
    return format.list(operands.map(one));
  };
  const wordsOf = ({ condition, written = "" }: Part): string =>
    condition === undefined
      ? written
      : [
          columnAt(condition.path)?.heading ?? condition.path,
          t(`filter.operators.${condition.operator}`),
          isNamed(condition) ? "" : operandsOf(condition),
        ]
          .filter((word) => word !== "")
          .join(" ");
  return { columnAt, operandsOf, wordsOf, kindOf: (path: string) => kindAt(model, entity, path) };
}
