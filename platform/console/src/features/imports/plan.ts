import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import { createJob, jobQuery } from "@/lib/jobs";
import type { Entity } from "@/lib/model";
import {
  type Chosen,
  type FileFormat,
  forsakeJob,
  type JobRequest,
  previewQuery,
  redefineJob,
  type Sniffed,
} from "./api";
import { type Aim, aimsOf, mappingOf, matchable, nullsIn } from "./mapping";
import { upload } from "./upload";

/** All that a person decides before a file is tried. */
export type Plan = {
  chosen: Chosen | undefined;
  /** What is said of how the file is written; the rest is recognised. */
  said: FileFormat;
  /** What is said of columns, by their names. */
  changes: ReadonlyMap<string, Aim | null>;
  matchOn: string;
  onError: "skip" | "stop";
  nulls: string;
};

const NOTHING: Plan = {
  chosen: undefined,
  said: {},
  changes: new Map(),
  matchOn: "",
  onError: "skip",
  nulls: "",
};

/** Which file was sent for which job, what was asked of it, and how many parts have arrived. */
export type Sent = { turn: number; job: string; asked: string; parts: number };

export type Planning = {
  plan: Plan;
  /** The job that waits for what is decided next; empty as soon as it runs. */
  sent: RefObject<Sent | undefined>;
  change: (some: Partial<Plan>) => void;
  choose: (file: File) => void;
};

export function usePlan(): Planning {
  const [plan, setPlan] = useState(NOTHING);
  const turn = useRef(0);
  const sent = useRef<Sent | undefined>(undefined);
  return {
    plan,
    sent,
    change: (some) => setPlan((there) => ({ ...there, ...some })),
    choose: (file) => {
      turn.current += 1;
      setPlan((there) => ({ ...there, said: {}, chosen: { file, turn: turn.current } }));
    },
  };
}

export function requestOf(entity: Entity, plan: Plan, sniffed: Sniffed): JobRequest {
  const aims = aimsOf(sniffed.columns, sniffed.mapping, plan.changes);
  const key = matchable(entity, aims).find(({ name }) => name === plan.matchOn);
  return {
    kind: "import",
    entity: entity.name,
    mapping: mappingOf(sniffed.columns, aims, nullsIn(plan.nulls)),
    format: sniffed.format,
    on_error: plan.onError,
    ...(key === undefined ? {} : { match_on: key.name }),
  };
}

type Sending = Pick<Planning, "sent"> & { onArrived: (job: string) => void };

/**
 * Brings a file to the server: a job for it, then part after part. A second try goes on, and what
 * was changed since is said to the same job: its file is there.
 */
export function useSending(tenant: string, { sent, onArrived }: Sending) {
  const queries = useQueryClient();
  const [share, setShare] = useState(0);
  const sending = useMutation({
    mutationFn: async ({ file, turn, request }: Chosen & { request: JobRequest }) => {
      const asked = JSON.stringify(request);
      const before = sent.current;
      if (before?.turn !== turn) {
        setShare(0);
        const { id } = await createJob(tenant, request);
        sent.current = { turn, asked, job: id, parts: 0 };
        // The job of another file never ran; should it stay, nothing is lost.
        before && forsakeJob(tenant, before.job).catch(() => undefined);
      } else if (before.asked !== asked) {
        const job = await redefineJob(tenant, before.job, request);
        queries.setQueryData(jobQuery(tenant, job.id).queryKey, job);
        queries.removeQueries({ queryKey: previewQuery(tenant, job.id).queryKey });
        sent.current = { ...before, asked };
      }
      const now = sent.current ?? { turn, asked, job: "", parts: 0 };
      await upload({
        tenant,
        job: now.job,
        file,
        from: now.parts,
        onPart: (arrived, all) => {
          sent.current = { ...now, parts: arrived };
          setShare(arrived / all);
        },
      });
      return now.job;
    },
    onSuccess: onArrived,
  });
  return { sending, share };
}
