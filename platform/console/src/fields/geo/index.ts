import { defineField } from "@/fields/definition";
import { Input } from "./input";

export const geo = defineField("geo", {
  width: 168,
  align: "start",
  plain: ({ value: { lat, lon } }) => `${lat}, ${lon}`,
  Input,
});
