import { isPassing, problemOf } from "@/lib/problem";
import { putPart } from "./api";

const PART = 4 << 20;
/** The server takes a hundred parts at most. */
const MOST = 100;
const TRIES = 4;
const PAUSE = 800;

export type Cut = { number: number; from: number; to: number };

/** How a file is cut: each part small enough to be sent again, the whole in a hundred at most. */
export function cuts(size: number, part = PART, most = MOST): Cut[] {
  const length = Math.max(part, Math.ceil(size / most));
  const count = Math.max(1, Math.ceil(size / length));
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    from: index * length,
    to: Math.min(size, (index + 1) * length),
  }));
}

type Upload = {
  tenant: string;
  job: string;
  file: File;
  /** How many parts have arrived already. */
  from: number;
  onPart: (arrived: number, all: number) => void;
};

/** Sends a file part after part, from the first that has not arrived. */
export async function upload({ tenant, job, file, from, onPart }: Upload): Promise<void> {
  const parts = cuts(file.size);
  for (const { number, from: start, to } of parts.slice(from)) {
    await patiently(() => putPart(tenant, job, number, file.slice(start, to)));
    onPart(number, parts.length);
  }
}

/** Once more, and again, when only the way was at fault. */
async function patiently(run: () => Promise<unknown>, left = TRIES): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (left <= 1 || !isPassing(problemOf(error))) {
      throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    await patiently(run, left - 1);
  }
}
