import { inspect } from "node:util";

/** Why a story failed: what was said, what was found where only a place was said, and where in the code. */
export function reasonOf(problem) {
  const { message, stack } = problem;
  if (typeof message !== "string" || typeof stack !== "string") {
    return String(problem);
  }
  const places = stack.split("\n").filter((line) => /^\s+at /.test(line));
  const found =
    problem.code === "ERR_ASSERTION" && problem.generatedMessage === false
      ? [`found ${inspect(problem.actual, { breakLength: 100, maxArrayLength: 20 })}`]
      : [];
  return [message, ...found, ...places].join("\n");
}

/** As it stands in the log; the launcher reads the same lines. */
export function told(verdict, name, seconds, reason) {
  const first = `${verdict}  ${name} (${seconds} s)`;
  return reason === undefined ? first : `${first}\n${reason.replace(/^/gm, "        ")}`;
}
