import { wording } from "@/fields/operator";

export const phoneFilter = wording;
