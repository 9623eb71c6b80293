import { useMutation } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Entity } from "@/lib/model";
import { type Chosen, createJob, type FileFormat, type JobRequest, type Sniffed } from "./api";
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

export type Planning = {
  plan: Plan;
  change: (some: Partial<Plan>) => void;
  choose: (file: File) => void;
};

export function usePlan(): Planning {
  const [plan, setPlan] = useState(NOTHING);
  const turn = useRef(0);
  return {
    plan,
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

type Sent = { key: string; job: string; parts: number };

/** Brings a file to the server: a job for it, then part after part. A second try goes on. */
export function useSending(tenant: string, onArrived: (job: string) => void) {
  const sent = useRef<Sent>(undefined);
  const [share, setShare] = useState(0);
  const sending = useMutation({
    mutationFn: async ({ file, turn, request }: Chosen & { request: JobRequest }) => {
      const key = JSON.stringify([turn, request]);
      if (sent.current?.key !== key) {
        setShare(0);
        const { id } = await createJob(tenant, request);
        sent.current = { key, job: id, parts: 0 };
      }
      const { job, parts } = sent.current;
      await upload({
        tenant,
        job,
        file,
        from: parts,
        onPart: (arrived, all) => {
          sent.current = { key, job, parts: arrived };
          setShare(arrived / all);
        },
      });
      return job;
    },
    onSuccess: onArrived,
  });
  return { sending, share };
}
