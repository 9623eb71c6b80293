import { asText, type Filter, presence } from "@/fields/operator";

export const multiReferenceFilter: Filter = {
  literal: asText,
  operators: [
    { name: "has", one: "{value} in {path}" },
    { name: "has_not", one: "!({value} in {path})" },
    ...presence,
  ],
};
