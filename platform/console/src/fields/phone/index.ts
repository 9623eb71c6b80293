import { defineField } from "@/fields/definition";
import { Input } from "./input";

export const phone = defineField("phone", {
  width: 144,
  align: "start",
  plain: ({ value }) => spaced(value),
  Input,
});

/** French numbers in pairs, as they are said; others as E.164 gives them. */
function spaced(e164: string): string {
  const french = /^\+33(\d)(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(e164);
  return french === null ? e164 : ["+33", ...french.slice(1)].join("\u00a0");
}
