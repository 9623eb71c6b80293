import { defineField } from "@/fields/definition";

/** The platform gives it, so nothing edits it. */
export const autoNumber = defineField("auto_number", {
  width: 136,
  align: "start",
  plain: ({ value }) => value,
});
