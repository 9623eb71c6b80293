import { defineField } from "@/fields/definition";

export const url = defineField("url", {
  width: 192,
  grows: true,
  align: "start",
  plain: ({ value }) => value.replace(/^https?:\/\/(www\.)?/, "").replace(/\/$/, ""),
});
