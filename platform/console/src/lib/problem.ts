import type { Row } from "@/lib/record";

/** A refusal as the server words it (RFC 9457), with the reference to quote when asking for help. */
export type Problem = {
  status: number;
  code: string;
  title: string;
  detail?: string;
  reference?: string;
  errors?: Fault[];
  /** Of a change made upon an old version: the record as it is now, and the fields at odds. */
  current?: Row;
  differing?: string[];
};

/** What is wrong with one part of what was sent, such as `/values/premium/amount`. */
export type Fault = {
  pointer: string;
  code: string;
  message: string;
  /** Particulars, such as the `position` of a character in an expression. */
  params?: Record<string, unknown>;
};

/** Thrown by the client, so that a query carries a problem as its error. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

/** The problem behind any error; one that did not come from the server has status 0. */
export function problemOf(error: unknown): Problem {
  return error instanceof Refusal
    ? error.problem
    : { status: 0, code: "unreachable", title: String(error) };
}

/** Whether asking again may help: the network or the server failed, the request was sound. */
export function isPassing(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 429 || problem.status >= 500;
}

/** What is wrong, by the field that it concerns; what concerns no field stands under "". */
export function faultsOf({ errors = [], detail, title }: Problem): Record<string, Fault> {
  const found: Record<string, Fault> = {};
  for (const fault of errors) {
    const [, name = ""] = /\/values\/([a-z0-9_]+)/.exec(fault.pointer) ?? [];
    found[name] ??= fault;
  }
  return errors.length > 0 ? found : { "": { pointer: "", code: "", message: detail ?? title } };
}

/** The problem that an answer tells. */
export async function problemIn(response: Response): Promise<Problem> {
  const told = await response.json().catch(() => ({}));
  const reference = response.headers.get("X-Request-Id");
  return {
    code: "unknown",
    title: response.statusText,
    ...told,
    status: response.status,
    ...(reference ? { reference } : {}),
  };
}
