import { wording } from "@/fields/operator";

export const longTextFilter = wording;
