import { defineField } from "@/fields/definition";
import { Input } from "./input";

export const dateTime = defineField("date_time", {
  width: 168,
  align: "start",
  plain: ({ value, format }) => format.dateTime(value),
  Input,
});
