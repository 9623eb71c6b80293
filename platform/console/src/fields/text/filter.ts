import { wording } from "@/fields/operator";

export const textFilter = wording;
