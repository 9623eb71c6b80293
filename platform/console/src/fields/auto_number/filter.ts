import { type Filter, wording } from "@/fields/operator";

export const autoNumberFilter: Filter = wording;
