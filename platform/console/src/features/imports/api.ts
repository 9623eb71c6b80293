import { queryOptions } from "@tanstack/react-query";
import { read, send, sendFile, tenantPath } from "@/lib/client";
import { type Job, tellJob } from "@/lib/jobs";
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

export type JobRequest = {
  kind: "import";
  entity: string;
  mapping: WireMapping;
  format: FileFormat;
  match_on?: string;
  on_error: "skip" | "stop";
  run_at?: string;
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

/** What was asked of an import, to be asked for again. */
export function askedOf(job: Job): JobRequest {
  const { entity, mapping = {}, format = {}, match_on, on_error = "skip" } = job as ImportJob;
  return {
    kind: "import",
    entity,
    mapping,
    format,
    on_error,
    ...(match_on === undefined ? {} : { match_on }),
  };
}

type ImportJob = Job & Partial<Pick<JobRequest, "mapping" | "format" | "on_error">>;

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
