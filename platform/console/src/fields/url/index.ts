import { defineField } from "@/fields/definition";
import { Input } from "./input";

export const url = defineField("url", {
  width: 192,
  grows: true,
  align: "start",
  plain: ({ value }) => value.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, ""),
  Input,
});
