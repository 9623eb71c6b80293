import { defineField } from "@/fields/definition";
import { Display } from "./display";
import { Input } from "./input";

export const multiReference = defineField("multi_reference", {
  width: 200,
  grows: true,
  align: "start",
  plain: ({ value }) =>
    value
      .map(({ label }) => label ?? "")
      .filter((label) => label !== "")
      .join(", "),
  Display,
  Input,
});
