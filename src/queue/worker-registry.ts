/**
 * Which workers there are and what they do. Each holds a lock of its session, which PostgreSQL frees the
 * moment its process dies: so what it had in hand is given to another within seconds, while one that only
 * computes for long keeps it.
 */
import { z } from "zod";
import { JobKindSchema, type Worker, WorkerSchema } from "../model/job.js";
import type { Attempt } from "./job-queue.js";
import type { QueueDatabase, QueueSession } from "./queue-database.js";

export interface WorkerIdentity {
  /** That no other has. */
  readonly id: string;
  /** `host:pid`. */
  readonly name: string;
  readonly host: string;
  readonly pid: number;
  readonly kinds: Worker["kinds"];
  readonly concurrency: number;
}

export type Doing = Worker["doing"][number] & Pick<Attempt, "retry">;

export interface WorkerNews {
  readonly state: Exclude<Worker["state"], "quiet">;
  readonly doing: readonly Doing[];
  readonly done: number;
  readonly failed: number;
}

/** Seconds after which a worker is quiet; whether it is dead its lock tells. */
const QUIET = 10;

const KEY = "hashtextextended('briefwright worker ' || $1, 0)";

/** Whether its session holds its lock, in SQL. @param table as below */
export const isAlive = (table: string) =>
  `EXISTS (SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
     WHERE d.datname = current_database() AND l.locktype = 'advisory' AND l.granted
     AND ((l.classid::bigint << 32) | l.objid::bigint) = ${KEY.replace("$1", `${table}.id`)})`;

/** In SQL. @param table that has the workers, by the name it bears in the statement */
const isQuiet = (table: string) => `${table}.seen_at < now() - make_interval(secs => ${QUIET})`;

export class WorkerRegistry {
  private session: QueueSession | null = null;
  /** Since when this one is connected, milliseconds. */
  private since = 0;

  constructor(
    private readonly database: QueueDatabase,
    private readonly own: WorkerIdentity,
    private readonly now: () => number,
  ) {}

  /** @throws {EngineError} */
  async beat(news: WorkerNews): Promise<void> {
    const { id, name, host, pid, kinds, concurrency } = this.own;
    if (this.session === null || !this.session.isAlive()) {
      this.session = await this.locked(id);
      this.since = this.now();
    }
    const { state, doing, done, failed } = news;
    await this.session.rows(
      `INSERT INTO briefwright.worker (id, name, host, pid, kinds, concurrency, state, doing, done, failed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (id) DO UPDATE SET state = $7, doing = $8, done = $9, failed = $10, seen_at = now()`,
      [
        ...[id, name, host, pid, JSON.stringify(kinds), concurrency],
        ...[state, JSON.stringify(doing), done, failed],
      ],
    );
  }

  /** Without its lock a session is none: the next sign of life tries again. */
  private async locked(id: string): Promise<QueueSession> {
    const session = await this.database.openSession();
    try {
      await session.rows(`SELECT pg_advisory_lock(${KEY})`, [id]);
      return session;
    } catch (error) {
      await session.close().catch(() => undefined);
      throw error;
    }
  }

  /**
   * What workers had in hand that died; then they are forgotten. Right after a loss of the engine nobody
   * is: all have to come back first.
   */
  async bury(giveUp: (attempt: Attempt, name: string) => Promise<void>): Promise<void> {
    if (this.session === null || this.now() - this.since < QUIET * 1000) return;
    const dead = await this.database.rows(
      `SELECT id, name, doing FROM (SELECT id, name, doing FROM briefwright.worker
         WHERE ${isQuiet("worker")} OFFSET 0) quiet
       WHERE pg_try_advisory_xact_lock(${KEY.replace("$1", "id")})`,
    );
    for (const { id, name, doing } of dead) {
      for (const attempt of AttemptsSchema.safeParse(doing).data ?? []) {
        await giveUp(attempt, String(name));
      }
      await this.database.rows("DELETE FROM briefwright.worker WHERE id = $1", [id]);
    }
  }

  /** Leaves no trace: a worker that ended well is none that is missed. */
  async leave(): Promise<void> {
    await this.session?.rows("DELETE FROM briefwright.worker WHERE id = $1", [this.own.id]);
    await this.session?.close();
    this.session = null;
  }
}

const AttemptsSchema = z.array(
  z.object({ id: z.string(), kind: JobKindSchema, retry: z.int().nonnegative() }),
);

/** Longest at work first. */
export async function readWorkers({
  rows,
}: Pick<QueueDatabase, "rows">): Promise<readonly Worker[]> {
  const found = await rows(
    `SELECT *, ${isQuiet("worker")} AS quiet FROM briefwright.worker ORDER BY started_at, id`,
  );
  return found.flatMap((row) => {
    const doing = z.array(z.looseObject({ retry: z.unknown() })).safeParse(row.doing).data ?? [];
    const worker = WorkerSchema.safeParse({
      id: row.name,
      host: row.host,
      pid: row.pid,
      kinds: row.kinds,
      concurrency: row.concurrency,
      state: row.quiet === true ? "quiet" : row.state,
      started: instantOf(row.started_at),
      seen: instantOf(row.seen_at),
      doing: doing.map(({ retry: _, ...job }) => job),
      done: row.done,
      failed: row.failed,
    });
    return worker.success ? [worker.data] : [];
  });
}

function instantOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : "";
}
