import type { FieldKind } from "@/lib/model";
import { address } from "./address/index";
import { boolean } from "./boolean/index";
import { choice } from "./choice/index";
import { date } from "./date/index";
import { dateTime } from "./date_time/index";
import { decimal } from "./decimal/index";
import type { FieldDefinition } from "./definition";
import { email } from "./email/index";
import { integer } from "./integer/index";
import { longText } from "./long_text/index";
import { money } from "./money/index";
import { percent } from "./percent/index";
import { phone } from "./phone/index";
import { reference } from "./reference/index";
import { text } from "./text/index";
import { url } from "./url/index";

/** Every kind of field has its folder; a missing one is a type error here. */
export const fields: Record<FieldKind, FieldDefinition> = {
  text,
  long_text: longText,
  integer,
  decimal,
  money,
  percent,
  boolean,
  date,
  date_time: dateTime,
  choice,
  email,
  phone,
  url,
  address,
  reference,
};
