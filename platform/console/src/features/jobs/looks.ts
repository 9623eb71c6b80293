import type { JobState } from "@/lib/jobs";
import type { MarkShape } from "@/ui/badge";

/** How the state of a job is drawn. */
export const LOOKS: Record<JobState, [string, MarkShape]> = {
  waiting: ["gray", "draft"],
  scheduled: ["violet", "open"],
  running: ["blue", "half"],
  done: ["green", "fine"],
  stopped: ["amber", "paused"],
  cancelled: ["gray", "ended"],
  interrupted: ["red", "trouble"],
  dead: ["red", "trouble"],
};
