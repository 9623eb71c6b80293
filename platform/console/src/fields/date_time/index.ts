import { defineField } from "@/fields/definition";

export const dateTime = defineField("date_time", {
  width: 168,
  align: "start",
  plain: ({ value, format }) => format.dateTime(value),
});
