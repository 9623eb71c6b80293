import { asPercent, figures } from "@/fields/operator";

export const percentFilter = figures("", asPercent);
