import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { read, send, sendFile, tenantAddress, tenantPath } from "@/lib/client";
import type { Fault } from "@/lib/problem";

/** How a file is written; what is not said of a kind of file is not there. */
export type FileFormat = {
  type?: "csv" | "ndjson" | "xlsx";
  encoding?: string;
  delimiter?: string;
  quote?: string;
  preamble?: number;
  header?: boolean;
};

export type WireTarget =
  | string
  | { field: string; by?: string; entity?: string; format?: string; null?: string[] };

export type WireMapping = Record<string, WireTarget | null>;

/** How far a proposal is to be trusted. */
export type Confidence = "high" | "medium" | "low";

export type SniffedColumn = {
  name: string;
  samples: string[];
  shape: string;
  format: string | null;
  ambiguous: boolean;
  confidence: Confidence | null;
};

export type Sniffed = {
  format: FileFormat;
  columns: SniffedColumn[];
  mapping: WireMapping;
  rows: string[][];
};

export type JobState =
  | "waiting"
  | "running"
  | "done"
  | "stopped"
  | "cancelled"
  | "interrupted"
  | "dead";

export type Job = {
  id: string;
  kind: string;
  entity: string;
  /** The job that this one takes back. */
  of?: string;
  match_on?: string;
  state: JobState;
  rows: { total: number; ok: number; failed: number };
  rate: number;
  eta: number | null;
  problem?: string | null;
  created_at: string;
};

export type JobRequest = {
  kind: "import";
  entity: string;
  mapping: WireMapping;
  format: FileFormat;
  match_on?: string;
  on_error: "skip" | "stop";
};

export type Refused = { line: number; columns: string; cells: string[]; error: Fault };

export type Preview = {
  rows: { total: number; ok: number; failed: number };
  created: number;
  updated: number;
  complete: boolean;
  problems: Refused[];
};

/** The server looks no further than this to tell how a text is written. */
const HEAD = (1 << 18) + 1;
const TRIED = 1_000;
const HEARTBEAT = 600;

/** A file that was chosen; `turn` tells one choice from the next. */
export type Chosen = { file: File; turn: number };

export function sniffQuery(tenant: string, entity: string, chosen: Chosen, said: FileFormat) {
  return queryOptions({
    queryKey: [tenant, "imports", "sniff", entity, chosen.turn, said],
    queryFn: async ({ signal }) =>
      sendFile<Sniffed>(tenantPath(tenant, "jobs/sniff"), await telling(chosen.file), {
        method: "POST",
        parameters: {
          entity,
          ...said,
          header: said.header === undefined ? undefined : String(said.header),
        },
        signal,
      }),
    // While another way of writing is tried, the same file's table stays.
    placeholderData: (there: Sniffed | undefined, before) =>
      before?.queryKey[4] === chosen.turn ? there : undefined,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** As much of a file as tells how it is written: the parts of a workbook lie anywhere in it. */
async function telling(file: File): Promise<Blob> {
  const first = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  const zipped = [0x50, 0x4b, 0x03, 0x04].every((byte, at) => first[at] === byte);
  return zipped ? file : file.slice(0, HEAD);
}

export function createJob(tenant: string, body: JobRequest) {
  return send<Job>(tenantPath(tenant, "jobs"), { method: "POST", body });
}

/** Asks for something else of a job that has not begun; its file stays. */
export function redefineJob(tenant: string, id: string, body: JobRequest) {
  return send<Job>(tenantPath(tenant, `jobs/${id}`), { method: "PUT", body });
}

/** Ends a job that never began, so that it does not wait in the list of those to be run. */
export async function forsakeJob(tenant: string, id: string): Promise<void> {
  const { state } = await read<Job>(tenantPath(tenant, `jobs/${id}`));
  if (state === "waiting") {
    await tellJob(tenant, id, "cancel");
  }
}

export function putPart(tenant: string, job: string, number: number, part: Blob) {
  return sendFile<{ bytes: number }>(tenantPath(tenant, `jobs/${job}/parts/${number}`), part, {
    method: "PUT",
  });
}

/** What the first rows would come to; nothing of it is kept. */
export function previewQuery(tenant: string, job: string) {
  return queryOptions({
    queryKey: [tenant, "imports", "preview", job],
    queryFn: () =>
      send<Preview>(tenantPath(tenant, `jobs/${job}/preview?rows=${TRIED}`), { method: "POST" }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** A job as it stands, asked for again as long as it runs. */
export function jobQuery(tenant: string, id: string) {
  return queryOptions({
    queryKey: [tenant, "imports", "job", id],
    queryFn: ({ signal }) => read<Job>(tenantPath(tenant, `jobs/${id}`), { signal }),
    refetchInterval: ({ state }) => (state.data?.state === "running" ? HEARTBEAT : false),
  });
}

export type Deed = "run" | "cancel" | "undo";

export function tellJob(tenant: string, id: string, deed: Deed) {
  return send<Job>(tenantPath(tenant, `jobs/${id}/${deed}`), { method: "POST" });
}

/** Where the rows of a result can be fetched as a file. */
export function resultAddress(tenant: string, id: string, kind: "failed" | "unprocessed") {
  return tenantAddress(tenant, `jobs/${id}/results/${kind}`);
}

type JobsPage = { data: Job[]; page: { next: string | null } };

/** The jobs of the person who asks, newest first. */
export function jobsQuery(tenant: string) {
  return infiniteQueryOptions({
    queryKey: [tenant, "imports", "jobs"],
    queryFn: ({ pageParam, signal }) =>
      read<JobsPage>(tenantPath(tenant, "jobs"), {
        parameters: { kind: "import,undo", cursor: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ page }) => page.next ?? undefined,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ data }) => data.some((job) => job.state === "running"))
        ? HEARTBEAT * 3
        : false,
  });
}
