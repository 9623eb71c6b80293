import { defineField } from "@/fields/definition";

export const date = defineField("date", {
  width: 112,
  align: "start",
  plain: ({ value, format }) => format.date(value),
});
