import { asText, type Filter, presence } from "@/fields/operator";

export const choiceFilter: Filter = {
  literal: asText,
  operators: [
    { name: "is", one: "{path} == {value}", many: "{path} in [{value}]" },
    {
      name: "is_not",
      one: "({path} == null || {path} != {value})",
      many: "({path} == null || !({path} in [{value}]))",
    },
    ...presence,
  ],
};
