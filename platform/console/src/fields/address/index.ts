import { type Address, defineField } from "@/fields/definition";
import type { Format } from "@/lib/format";
import { Input } from "./input";

export const address = defineField("address", {
  width: 240,
  grows: true,
  align: "start",
  plain: ({ value, format }) => oneLine(value, format),
  Input,
});

function oneLine({ street, line2, postal_code, city, region, country }: Address, format: Format) {
  const town = [postal_code, city].filter(Boolean).join(" ");
  const land = country === undefined || country === null ? undefined : format.country(country);
  return [street, line2, town, region, land].filter(Boolean).join(", ");
}
