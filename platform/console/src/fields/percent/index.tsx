import { defineField } from "@/fields/definition";
import { Figure, isZero } from "@/ui/figure";
import { Input } from "./input";

export const percent = defineField("percent", {
  width: 104,
  align: "end",
  plain: ({ value, format }) => format.percent(value),
  Display: ({ value, format }) => <Figure written={format.percent(value)} zero={isZero(value)} />,
  Input,
});
