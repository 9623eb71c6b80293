import { defineField } from "@/fields/definition";
import { Input } from "./input";

export const longText = defineField("long_text", {
  width: 240,
  grows: true,
  align: "start",
  // A list has one line to give.
  plain: ({ value }) => value.replace(/\s+/g, " ").trim(),
  Input,
});
