import { asText, type Filter, presence } from "@/fields/operator";

export const geoFilter: Filter = { literal: asText, operators: presence };
