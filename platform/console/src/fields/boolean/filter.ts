import { asText, type Filter } from "@/fields/operator";

export const booleanFilter: Filter = {
  literal: asText,
  operators: [
    { name: "yes", none: "{path} == true" },
    { name: "no", none: "{path} == false" },
  ],
};
