import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { read, send, tenantAddress, tenantPath } from "@/lib/client";
import type { Changes } from "@/lib/record";

export type JobState =
  | "waiting"
  | "scheduled"
  | "running"
  | "done"
  | "stopped"
  | "cancelled"
  | "interrupted"
  | "dead";

/** What a person may ask for, and what takes it back. */
export type JobKind = "import" | "export" | "update" | "delete" | "undo";

export type Job = {
  id: string;
  kind: JobKind;
  entity: string;
  /** The job that this one takes back. */
  of?: string;
  /** The job that takes this one back. */
  undone_by?: string;
  match_on?: string;
  filter?: string;
  /** What each record becomes. */
  values?: Changes;
  /** Paths of what is written out. */
  fields?: string[];
  run_at?: string;
  /** Its files are gone. */
  swept?: boolean;
  state: JobState;
  rows: { total: number; ok: number; failed: number };
  rate: number;
  eta: number | null;
  problem?: string | null;
  created_at: string;
};

/** Work on all records of a filter. */
export type MassRequest = { entity: string; filter?: string; run_at?: string } & (
  | { kind: "update"; values: Changes }
  | { kind: "delete" }
  | { kind: "export"; fields: string[]; sort: string[]; format: { type: "ndjson" } }
);

const HEARTBEAT = 600;
const CALM = 10_000;
const KINDS: JobKind[] = ["import", "export", "update", "delete", "undo"];

export function createJob<R extends { kind: JobKind }>(tenant: string, body: R) {
  return send<Job>(tenantPath(tenant, "jobs"), { method: "POST", body });
}

export type Deed = "run" | "cancel" | "undo";

export function tellJob(tenant: string, id: string, deed: Deed) {
  return send<Job>(tenantPath(tenant, `jobs/${id}/${deed}`), { method: "POST" });
}

/** Writes a job down and sets it going. */
export async function startJob(tenant: string, body: MassRequest): Promise<Job> {
  const { id } = await createJob(tenant, body);
  return tellJob(tenant, id, "run");
}

export function isUnderWay({ state }: Pick<Job, "state">): boolean {
  return state === "running" || state === "scheduled";
}

/** How soon there may be news of jobs in these states. */
function heartbeat(states: JobState[]): number | false {
  if (states.includes("running")) {
    return HEARTBEAT;
  }
  return states.includes("scheduled") ? CALM : false;
}

/** A job as it stands, asked for again as long as it is under way. */
export function jobQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: [tenant, "jobs", "job", id],
    queryFn: ({ signal }) => read<Job>(tenantPath(tenant, `jobs/${id}`), { signal }),
    refetchInterval: ({ state }) => heartbeat(state.data === undefined ? [] : [state.data.state]),
  });
}

type JobsPage = { data: Job[]; page: { next: string | null } };

/** The jobs of the person who asks, newest first. */
export function jobsQuery(tenant: string) {
  return infiniteQueryOptions({
    queryKey: [tenant, "jobs", "all"],
    queryFn: ({ pageParam, signal }) =>
      read<JobsPage>(tenantPath(tenant, "jobs"), {
        parameters: { kind: KINDS.join(), cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ page }) => page.next ?? undefined,
    refetchInterval: ({ state }) =>
      heartbeat(state.data?.pages.flatMap(({ data }) => data.map((job) => job.state)) ?? []),
  });
}

export type ResultKind = "ok" | "failed" | "unprocessed";

/** Where the rows of a result can be fetched as a file. */
export function resultAddress(tenant: string, id: string, kind: ResultKind) {
  return tenantAddress(tenant, `jobs/${id}/results/${kind}`);
}
