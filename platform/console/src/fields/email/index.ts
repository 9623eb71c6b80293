import { defineField } from "@/fields/definition";

export const email = defineField("email", {
  width: 208,
  align: "start",
  plain: ({ value }) => value,
});
