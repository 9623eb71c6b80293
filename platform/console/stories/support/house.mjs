/** Where the house answers, without a slash at the end. */
export const house = (process.env.ENTENTE_URL ?? "http://localhost:9080").replace(/\/$/, "");
