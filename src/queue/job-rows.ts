/** The table that pg-boss keeps its jobs in, read: what waits, how long, and what became of what ended. */

import type { Diagnostic } from "../model/diagnostic.js";
import { DiagnosticSchema } from "../model/diagnostic.js";
import {
  type Backlog,
  type Job,
  type JobKind,
  JobKindSchema,
  type JobOrder,
  JobOrderSchema,
  JobResultSchema,
  type JobState,
} from "../model/job.js";
import { JOB_STATES } from "../model/job-names.js";
import { aboutJob } from "./about-job.js";
import type { JobFilter } from "./job-queue.js";
import type { QueueDatabase } from "./queue-database.js";
import { isAlive } from "./worker-registry.js";

/** Schema of PostgreSQL that pg-boss has for itself. */
export const JOBS_SCHEMA = "briefwright_jobs";
const TABLE = `${JOBS_SCHEMA}.job`;

export function jobRows({ rows }: Pick<QueueDatabase, "rows">) {
  return {
    /** The job of this key that is at work on the very same files. */
    async running(kind: JobKind, key: string, snapshot: string): Promise<string | null> {
      const found = await rows(
        `SELECT id FROM ${TABLE} WHERE name = $1 AND singleton_key = $2 AND state = 'active'
         AND data->>'snapshot' = $3 LIMIT 1`,
        [kind, key, snapshot],
      );
      return found[0] === undefined ? null : String(found[0].id);
    },
    async open(kinds: readonly JobKind[]): Promise<number> {
      const found = await rows(
        `SELECT count(*)::int AS open FROM ${TABLE} j WHERE name = ANY($1)
         AND (state IN ('created', 'retry') OR (state = 'active' AND NOT EXISTS (SELECT 1
           FROM briefwright.worker w WHERE ${HAS_IT} AND ${isAlive("w")})))`,
        [kinds],
      );
      return Number(found[0]?.open ?? 0);
    },
    async find({ states, kinds, ids, limit }: JobFilter): Promise<readonly Job[]> {
      const found = await rows(
        `SELECT j.*, ${STATE} AS told, ${WORKER} AS worker FROM ${TABLE} j
         WHERE name = ANY($1) AND ($2::text[] IS NULL OR ${STATE} = ANY($2))
         AND ($3::text[] IS NULL OR EXISTS (SELECT 1 FROM unnest($3::text[]) i WHERE j.id::text LIKE i || '%'))
         ORDER BY created_on DESC, id LIMIT $4`,
        [kinds ?? JobKindSchema.options, states ?? null, ids?.map(asPrefix) ?? null, limit],
      );
      return found.map(asJob);
    },
    async orderOf(id: string): Promise<JobOrder | null> {
      const found = await rows(`SELECT data FROM ${TABLE} WHERE id::text = $1`, [id]);
      return JobOrderSchema.safeParse(found[0]?.data).data ?? null;
    },
    async backlog(): Promise<readonly Omit<Backlog, "workers">[]> {
      const found = await rows(
        `SELECT name, ${countOf("created")} AS waiting, ${countOf("retry")} AS again,
           ${countOf("active")} AS running, ${countOf("failed")} AS dead,
           extract(epoch FROM max(now() - greatest(created_on, start_after))
             FILTER (WHERE state IN ('created', 'retry') AND start_after <= now()))::float AS oldest
         FROM ${TABLE} WHERE name = ANY($1) GROUP BY name`,
        [JobKindSchema.options],
      );
      return JobKindSchema.options.map((kind) => {
        const row = found.find(({ name }) => name === kind) ?? {};
        const count = (value: unknown) => Number(value ?? 0);
        return {
          kind,
          waiting: count(row.waiting),
          again: count(row.again),
          running: count(row.running),
          dead: count(row.dead),
          oldest: typeof row.oldest === "number" ? Math.max(0, row.oldest) : null,
        };
      });
    },
  };
}

/** In our words: one that pg-boss has as completed may have failed for a reason of its input. */
const STATE = `CASE j.state WHEN 'created' THEN 'waiting' WHEN 'retry' THEN 'again'
  WHEN 'active' THEN 'running' WHEN 'failed' THEN 'dead' WHEN 'cancelled' THEN 'cancelled'
  ELSE coalesce(j.output->>'outcome', 'done') END`;

/** Whether a worker has a job in hand. */
const HAS_IT = "w.doing @> jsonb_build_array(jsonb_build_object('id', j.id::text))";

const WORKER = `(SELECT w.name FROM briefwright.worker w WHERE j.state = 'active' AND ${HAS_IT} LIMIT 1)`;

const countOf = (state: string) => `count(*) FILTER (WHERE state = '${state}')::int`;

/** What a person typed stands for itself. */
const asPrefix = (id: string) => id.replace(/[\\%_]/g, "\\$&");

function asJob(row: Record<string, unknown>): Job {
  const order = JobOrderSchema.safeParse(row.data).data;
  const result = JobResultSchema.safeParse(row.output).data ?? null;
  const state = asState(row.told);
  const isOpen = state === "waiting" || state === "again";
  return {
    id: String(row.id),
    kind: JobKindSchema.parse(row.name),
    state,
    about: order === undefined ? "?" : aboutJob(order),
    priority: Number(row.priority),
    attempts: row.started_on === null ? 0 : Number(row.retry_count) + 1,
    maxAttempts: Number(row.retry_limit) + 1,
    queued: asInstant(row.created_on) ?? "",
    started: asInstant(row.started_on),
    ended: asInstant(row.completed_on),
    next: isOpen ? asInstant(row.start_after) : null,
    worker: typeof row.worker === "string" ? row.worker : (result?.worker ?? null),
    result,
    reason: result === null ? reasonOf(row.output) : null,
  };
}

function asState(told: unknown): JobState {
  return JOB_STATES.find((state) => state === told) ?? "done";
}

function asInstant(value: unknown): string | null {
  return value instanceof Date ? value.toISOString() : null;
}

/** Ours, or what pg-boss says of a job whose worker fell silent. */
function reasonOf(output: unknown): Diagnostic | null {
  if (typeof output !== "object" || output === null) return null;
  const own = DiagnosticSchema.safeParse("reason" in output ? output.reason : undefined).data;
  if (own !== undefined) return own;
  const isLate = JSON.stringify(output).includes("timed out");
  return {
    code: isLate ? "job-too-slow" : "job-abandoned",
    severity: "error",
    message: isLate ? "it did not end in its time" : "its worker fell silent",
    hint: isLate
      ? "look what holds it up; brief jobs retry tries it once more"
      : "nothing to do where the worker was ended; its log says why it died",
  };
}
