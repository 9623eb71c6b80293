import { defineField } from "@/fields/definition";

export const text = defineField("text", {
  width: 144,
  grows: true,
  align: "start",
  plain: ({ value }) => value,
});
