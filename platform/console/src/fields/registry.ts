import type { FieldKind } from "@/lib/model";
import { address } from "./address/index";
import { autoNumber } from "./auto_number/index";
import { boolean } from "./boolean/index";
import { choice } from "./choice/index";
import { date } from "./date/index";
import { dateTime } from "./date_time/index";
import { decimal } from "./decimal/index";
import type { FieldDefinition } from "./definition";
import { duration } from "./duration/index";
import { email } from "./email/index";
import { file } from "./file/index";
import { geo } from "./geo/index";
import { image } from "./image/index";
import { integer } from "./integer/index";
import { json } from "./json/index";
import { longText } from "./long_text/index";
import { money } from "./money/index";
import { multiChoice } from "./multi_choice/index";
import { multiReference } from "./multi_reference/index";
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
  duration,
  choice,
  multi_choice: multiChoice,
  auto_number: autoNumber,
  email,
  phone,
  url,
  address,
  json,
  geo,
  file,
  image,
  reference,
  multi_reference: multiReference,
};
