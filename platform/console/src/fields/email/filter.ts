import { wording } from "@/fields/operator";

export const emailFilter = wording;
