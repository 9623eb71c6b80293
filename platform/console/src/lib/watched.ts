import { useSyncExternalStore } from "react";

export type FileKind = "csv" | "xlsx";

/** A job that this page waits for; of an export, the kind of file that it becomes. */
export type Watched = { tenant: string; id: string; saveAs?: FileKind };

let watched: Watched[] = [];
const listeners = new Set<() => void>();

function put(next: Watched[]) {
  watched = next;
  for (const listener of listeners) {
    listener();
  }
}

/** Shows how far a job is wherever the person goes, and what became of it. */
export function watch(job: Watched) {
  put([...unlessThis(job.id), job]);
}

export function unwatch(id: string) {
  put(unlessThis(id));
}

function unlessThis(id: string) {
  return watched.filter((job) => job.id !== id);
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useWatched(): Watched[] {
  return useSyncExternalStore(subscribe, () => watched);
}
