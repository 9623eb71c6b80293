import { defineField } from "@/fields/definition";
import { Input } from "./input";
import { said } from "./length";

export const duration = defineField("duration", {
  width: 112,
  align: "end",
  plain: ({ value, format }) => said(value, format.language),
  Input,
});
