import { defineField } from "@/fields/definition";
import { Input } from "./input";

export const date = defineField("date", {
  width: 112,
  align: "start",
  plain: ({ value, format }) => format.date(value),
  Input,
});
