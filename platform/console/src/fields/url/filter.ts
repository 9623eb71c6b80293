import { wording } from "@/fields/operator";

export const urlFilter = wording;
