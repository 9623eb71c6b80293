import { defineField } from "@/fields/definition";

export const email = defineField("email", {
  width: 208,
  grows: true,
  align: "start",
  plain: ({ value }) => value,
});
