import { figures } from "@/fields/operator";

export const decimalFilter = figures();
