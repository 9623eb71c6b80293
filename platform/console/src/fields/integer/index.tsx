import { defineField } from "@/fields/definition";
import { Figure } from "@/ui/figure";
import { Input } from "./input";

export const integer = defineField("integer", {
  width: 104,
  align: "end",
  plain: ({ value, format }) => format.number(value),
  Display: ({ value, format }) => <Figure written={format.number(value)} zero={value === 0} />,
  Input,
});
