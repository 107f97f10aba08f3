/** Kinds and states of jobs by name, without their schemas: the command line lists them in its help. */

export const JOB_KINDS = ["send", "render", "generate", "fetch", "read"] as const;

export const JOB_STATES = [
  "waiting",
  "again",
  "running",
  "done",
  "failed",
  "dead",
  "cancelled",
] as const;
