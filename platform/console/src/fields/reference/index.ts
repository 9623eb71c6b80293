import { defineField } from "@/fields/definition";
import { Display } from "./display";

export const reference = defineField("reference", {
  width: 168,
  align: "start",
  plain: ({ value }) => value.label ?? "",
  Display,
});
