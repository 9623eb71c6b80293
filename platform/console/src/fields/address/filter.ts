import { asText, type Filter, presence } from "@/fields/operator";

export const addressFilter: Filter = {
  literal: asText,
  operators: [
    { name: "city", one: "fold({path}.city).contains(fold({value}))" },
    { name: "postal_code", one: "{path}.postal_code.startsWith({value})" },
    { name: "country", one: "{path}.country == {value}" },
    ...presence,
  ],
};
