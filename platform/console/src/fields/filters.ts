import type { FieldKind } from "@/lib/model";
import { addressFilter } from "./address/filter";
import { autoNumberFilter } from "./auto_number/filter";
import { booleanFilter } from "./boolean/filter";
import { choiceFilter } from "./choice/filter";
import { dateFilter } from "./date/filter";
import { dateTimeFilter } from "./date_time/filter";
import { decimalFilter } from "./decimal/filter";
import { durationFilter } from "./duration/filter";
import { emailFilter } from "./email/filter";
import { fileFilter } from "./file/filter";
import { geoFilter } from "./geo/filter";
import { imageFilter } from "./image/filter";
import { integerFilter } from "./integer/filter";
import { jsonFilter } from "./json/filter";
import { longTextFilter } from "./long_text/filter";
import { moneyFilter } from "./money/filter";
import { multiChoiceFilter } from "./multi_choice/filter";
import { multiReferenceFilter } from "./multi_reference/filter";
import type { Condition, Filter, Operator } from "./operator";
import { percentFilter } from "./percent/filter";
import { phoneFilter } from "./phone/filter";
import { referenceFilter } from "./reference/filter";
import { textFilter } from "./text/filter";
import { urlFilter } from "./url/filter";

/** What each kind of field can be asked; apart from the registry, so that forms do without it. */
export const filters: Record<FieldKind, Filter> = {
  text: textFilter,
  long_text: longTextFilter,
  integer: integerFilter,
  decimal: decimalFilter,
  money: moneyFilter,
  percent: percentFilter,
  boolean: booleanFilter,
  date: dateFilter,
  date_time: dateTimeFilter,
  duration: durationFilter,
  choice: choiceFilter,
  multi_choice: multiChoiceFilter,
  auto_number: autoNumberFilter,
  email: emailFilter,
  phone: phoneFilter,
  url: urlFilter,
  address: addressFilter,
  json: jsonFilter,
  geo: geoFilter,
  file: fileFilter,
  image: imageFilter,
  reference: referenceFilter,
  multi_reference: multiReferenceFilter,
};

export function operatorOf({ kind, operator }: Condition): Operator | undefined {
  return filters[kind].operators.find(({ name }) => name === operator);
}

/** The condition as an expression; nothing while it lacks its operand. */
export function writeCondition(condition: Condition): string | undefined {
  const operator = operatorOf(condition);
  const { path, operands, kind } = condition;
  const several = operands.length > 1 ? operator?.many : operator?.one;
  const template = operator?.none ?? (operands.length > 0 ? several : undefined);
  const value = operands.map(filters[kind].literal.write).join(", ");
  return template?.replaceAll("{path}", path).replaceAll("{value}", () => value);
}
