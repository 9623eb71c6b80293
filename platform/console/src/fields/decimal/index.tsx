import { defineField, type FieldOf, type Shown } from "@/fields/definition";
import { Figure, isZero } from "@/ui/figure";
import { Input } from "./input";

const UNBOUNDED = 18;

export const decimal = defineField("decimal", {
  width: 112,
  align: "end",
  plain: written,
  Display: (shown) => <Figure written={written(shown)} zero={isZero(shown.value)} />,
  Input,
});

/** Two decimals at least where the field has them, so that a column of prices or rates is even. */
function written({ value, field, format }: Shown<string, FieldOf<"decimal">>): string {
  const most = field.scale ?? UNBOUNDED;
  return format.number(value, { least: Math.min(field.scale ?? 0, 2), most });
}
