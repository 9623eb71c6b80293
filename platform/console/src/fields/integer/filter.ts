import { figures } from "@/fields/operator";

export const integerFilter = figures();
