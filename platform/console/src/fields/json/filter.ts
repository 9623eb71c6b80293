import { asText, type Filter, presence } from "@/fields/operator";

export const jsonFilter: Filter = { literal: asText, operators: presence };
