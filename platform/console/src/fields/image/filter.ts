import { asText, type Filter, presence } from "@/fields/operator";

/** What a file holds is not asked; its name and size can be, in an expression. */
export const imageFilter: Filter = { literal: asText, operators: presence };
