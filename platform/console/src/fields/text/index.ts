import { defineField } from "@/fields/definition";

export const text = defineField("text", {
  width: 144,
  align: "start",
  plain: ({ value }) => value,
});
