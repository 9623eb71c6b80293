import { figures } from "@/fields/operator";

export const moneyFilter = figures(".amount");
