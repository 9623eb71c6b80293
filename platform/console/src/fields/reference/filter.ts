import { asText, type Filter, presence } from "@/fields/operator";

export const referenceFilter: Filter = {
  literal: asText,
  operators: [
    { name: "is", one: "{path} == {value}", many: "{path} in [{value}]" },
    { name: "is_me", none: "{path} == me" },
    ...presence,
  ],
};
