/** A job of the queue: what is asked of a worker, how it stands, and what came of it. */
import { z } from "zod";
import { DiagnosticSchema } from "./diagnostic.js";
import { ExportFormatSchema } from "./export-format.js";
import { FormatSchema } from "./format.js";
import { JOB_KINDS, JOB_STATES } from "./job-names.js";

/** In the order in which a worker looks for work: what readers wait for goes first. */
export const JobKindSchema = z.enum(JOB_KINDS);
export type JobKind = z.infer<typeof JobKindSchema>;

const Sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);
const NameSchema = z.string().min(1).max(200);
const PeriodSchema = z.strictObject({
  id: NameSchema,
  week: z.int().nullable(),
  from: z.iso.date(),
  to: z.iso.date(),
});

/** The files that the job works with, by the hash of their list. */
const shared = { snapshot: Sha256Schema };

/** What is asked; every path is below the workspace. */
export const JobOrderSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("generate"),
    ...shared,
    brief: NameSchema,
    /** Null for the latest week that has articles when the job runs. */
    period: PeriodSchema.nullable(),
    asOf: z.iso.date().nullable(),
    template: NameSchema.nullable(),
    /** BCP 47; empty for the brief's first one. */
    languages: z.array(NameSchema),
    formats: z.array(FormatSchema),
    exports: z.array(ExportFormatSchema),
    reissue: z.boolean(),
    offline: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal("render"),
    ...shared,
    brief: NameSchema,
    issue: NameSchema,
    /** The `issue.json` among the files. */
    file: z.string(),
    template: NameSchema.nullable(),
    formats: z.array(FormatSchema),
  }),
  z.strictObject({
    kind: z.literal("send"),
    ...shared,
    brief: NameSchema,
    issue: NameSchema,
    lists: z.array(NameSchema),
    occasion: z.enum(["issue", "correction", "withdrawal"]),
    by: NameSchema,
    again: z.boolean(),
  }),
  z.strictObject({ kind: z.literal("fetch"), ...shared, feeds: z.array(NameSchema) }),
  z.strictObject({ kind: z.literal("read"), ...shared }),
]);
export type JobOrder = z.infer<typeof JobOrderSchema>;
export type OrderOf<K extends JobKind> = Extract<JobOrder, { kind: K }>;

export const JobFileSchema = z.strictObject({
  /** Below the folder of outputs. */
  path: z.string(),
  bytes: z.int().nonnegative(),
  sha256: Sha256Schema,
});
export type JobFile = z.infer<typeof JobFileSchema>;

export const JobResultSchema = z.strictObject({
  /** `failed` for a reason that lies in what was asked: trying again would give the same. */
  outcome: z.enum(["done", "failed"]),
  /** What it was about, once that is known: of the latest week, its name. */
  issue: z.string().nullable(),
  files: z.array(JobFileSchema),
  /** Numbers that a person wants to see: articles read, messages sent. */
  counts: z.record(z.string(), z.int().nonnegative()),
  /** Recipients of whom it is not known whether they got it. */
  unknown: z.array(z.string()),
  diagnostics: z.array(DiagnosticSchema),
  seconds: z.number().nonnegative(),
  worker: z.string(),
});
export type JobResult = z.infer<typeof JobResultSchema>;

/**
 * `again`: waits to be tried once more; `failed`: for a reason of its input, which the result tells;
 * `dead`: tried as often as it may be, each time in vain.
 */
export const JobStateSchema = z.enum(JOB_STATES);
export type JobState = z.infer<typeof JobStateSchema>;

const InstantSchema = z.iso.datetime();

export const JobSchema = z.strictObject({
  id: z.string(),
  kind: JobKindSchema,
  state: JobStateSchema,
  /** What it is about: `libya-weekly/2021-W18`, the names of feeds. */
  about: z.string(),
  priority: z.int(),
  attempts: z.int().nonnegative(),
  maxAttempts: z.int().positive(),
  queued: InstantSchema,
  started: InstantSchema.nullable(),
  ended: InstantSchema.nullable(),
  /** Not before this moment; null where it is not waiting. */
  next: InstantSchema.nullable(),
  /** Null while it has none, and of jobs that failed with their worker. */
  worker: z.string().nullable(),
  result: JobResultSchema.nullable(),
  /** Why the last attempt came to nothing. */
  reason: DiagnosticSchema.nullable(),
});
export type Job = z.infer<typeof JobSchema>;

export const WorkerSchema = z.strictObject({
  id: z.string(),
  host: z.string(),
  pid: z.int(),
  kinds: z.array(JobKindSchema),
  concurrency: z.int().positive(),
  /** `quiet`: not heard of for a while, and not known to be dead. */
  state: z.enum(["working", "idle", "stopping", "quiet"]),
  started: InstantSchema,
  seen: InstantSchema,
  /** Jobs in hand. */
  doing: z.array(
    z.strictObject({
      id: z.string(),
      kind: JobKindSchema,
      about: z.string(),
      since: InstantSchema,
    }),
  ),
  done: z.int().nonnegative(),
  failed: z.int().nonnegative(),
});
export type Worker = z.infer<typeof WorkerSchema>;

/** How much waits, of one kind. */
export const BacklogSchema = z.strictObject({
  kind: JobKindSchema,
  waiting: z.int().nonnegative(),
  again: z.int().nonnegative(),
  running: z.int().nonnegative(),
  dead: z.int().nonnegative(),
  /** For how long the one has waited that waits longest and could be taken, seconds; null where none waits. */
  oldest: z.number().nonnegative().nullable(),
  /** Workers that are alive and take this kind. */
  workers: z.int().nonnegative(),
});
export type Backlog = z.infer<typeof BacklogSchema>;

/** `brief jobs --json`. */
export const JobsResultSchema = z.strictObject({
  jobs: z.array(JobSchema),
  backlog: z.array(BacklogSchema),
  workers: z.array(WorkerSchema),
});
export type JobsResult = z.infer<typeof JobsResultSchema>;

/** A line of `--queue --json`: what was queued, and whether it was before. */
export const QueuedJobSchema = JobSchema.pick({ id: true, kind: true, about: true }).extend({
  state: z.enum(["queued", "renewed", "running"]),
});
export type QueuedJob = z.infer<typeof QueuedJobSchema>;

const attempted = {
  ...JobSchema.pick({ id: true, kind: true, about: true }).shape,
  attempt: z.int().positive(),
};

/** A line of `brief worker --json`: `lost` is another worker's by now, or was cancelled. */
export const WorkerLineSchema = z.discriminatedUnion("event", [
  z.strictObject({ event: z.literal("taken"), ...attempted }),
  z.strictObject({ event: z.literal("finished"), ...attempted, result: JobResultSchema }),
  z.strictObject({ event: z.literal("again"), ...attempted, reason: DiagnosticSchema }),
  z.strictObject({ event: z.literal("given-back"), ...attempted }),
  z.strictObject({ event: z.literal("lost"), ...attempted }),
  z.strictObject({ event: z.literal("away"), reason: z.string() }),
  z.strictObject({ event: z.literal("back") }),
]);
export type WorkerLine = z.infer<typeof WorkerLineSchema>;
