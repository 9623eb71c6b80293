import { defineField } from "@/fields/definition";
import { Figure, isZero } from "@/ui/figure";
import { Input } from "./input";

export const money = defineField("money", {
  width: 120,
  align: "end",
  plain: ({ value, format }) => format.money(value.amount, value.currency),
  Display: ({ value, format }) => (
    <Figure written={format.money(value.amount, value.currency)} zero={isZero(value.amount)} />
  ),
  Input,
});
