import { defineField } from "@/fields/definition";
import { Input } from "@/fields/file/input";
import { Display } from "./display";

export const image = defineField("image", {
  width: 200,
  grows: true,
  align: "start",
  plain: ({ value }) => value.name,
  Display,
  Input,
});
