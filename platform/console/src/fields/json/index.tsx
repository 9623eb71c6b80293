import { defineField } from "@/fields/definition";
import { Input } from "./input";

export const json = defineField("json", {
  width: 200,
  grows: true,
  align: "start",
  plain: ({ value }) => JSON.stringify(value),
  Display: ({ value }) => <code>{JSON.stringify(value)}</code>,
  Input,
});
