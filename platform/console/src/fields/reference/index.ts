import { defineField } from "@/fields/definition";
import { Display } from "./display";
import { Input } from "./input";

export const reference = defineField("reference", {
  width: 168,
  grows: true,
  align: "start",
  plain: ({ value }) => value.label ?? "",
  Display,
  Input,
});
