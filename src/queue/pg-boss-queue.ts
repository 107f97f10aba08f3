/** The queue on pg-boss: jobs in PostgreSQL, taken with `SKIP LOCKED`, one queue of its own for each kind. */
import type { PgBoss } from "pg-boss";
import type { Diagnostic } from "../model/diagnostic.js";
import { type JobKind, JobKindSchema, type JobOrder, JobOrderSchema } from "../model/job.js";
import { aboutJob, keyOf } from "./about-job.js";
import { KEPT, LIMITS, LONGEST_DELAY, SILENCE, WAITS } from "./job-limits.js";
import type { Attempt, Changed, JobQueue, TakenJob } from "./job-queue.js";
import { JOBS_SCHEMA, jobRows } from "./job-rows.js";
import type { QueueDatabase, Statements } from "./queue-database.js";

export interface PgBossOptions {
  /** Whether this program looks after jobs that were abandoned, as a worker does. */
  readonly supervises: boolean;
  /** What pg-boss has to say beside its answers; it never stops the work. */
  readonly onTrouble: (message: string) => void;
}

/** @throws {EngineError} */
export async function openPgBossQueue(
  database: QueueDatabase,
  options: PgBossOptions,
): Promise<JobQueue> {
  const boss = await startBoss(database, options);
  await database.telling(() => makeQueues(boss));
  return new PgBossQueue(boss, database);
}

async function startBoss(database: QueueDatabase, options: PgBossOptions): Promise<PgBoss> {
  return database.telling(async () => {
    const { PgBoss } = await import("pg-boss");
    const boss = new PgBoss({
      ...database.connection,
      schema: JOBS_SCHEMA,
      application_name: "briefwright-queue",
      max: 2,
      schedule: false,
      registerInstance: false,
      supervise: options.supervises,
      monitorIntervalSeconds: 15,
      superviseIntervalSeconds: 15,
    });
    boss.on("error", (error) => options.onTrouble(error.message));
    await boss.start();
    return boss;
  });
}

async function makeQueues(boss: PgBoss): Promise<void> {
  const there = new Set((await boss.getQueues()).map(({ name }) => name));
  for (const kind of JobKindSchema.options) {
    if (there.has(kind)) continue;
    const { expire, retries, delay } = LIMITS[kind];
    await boss.createQueue(kind, {
      // One of a key waits and one is at work: what is asked anew while it runs is done anew.
      policy: "stately",
      expireInSeconds: expire,
      retryLimit: retries,
      retryDelay: delay,
      retryBackoff: true,
      retryDelayMax: LONGEST_DELAY,
      heartbeatSeconds: SILENCE,
      retentionSeconds: WAITS,
      deleteAfterSeconds: KEPT,
    });
  }
}

class PgBossQueue implements JobQueue {
  readonly find: JobQueue["find"];
  readonly backlog: JobQueue["backlog"];
  readonly open: JobQueue["open"];
  private readonly rows: ReturnType<typeof jobRows>;

  constructor(
    private readonly boss: PgBoss,
    private readonly database: QueueDatabase,
  ) {
    this.rows = jobRows(database);
    this.find = this.rows.find;
    this.backlog = this.rows.backlog;
    this.open = this.rows.open;
  }

  async add(order: JobOrder, priority = 0): ReturnType<JobQueue["add"]> {
    const { kind } = order;
    const key = keyOf(order);
    const about = aboutJob(order);
    const running = await this.rows.running(kind, key, order.snapshot);
    if (running !== null) return { id: running, kind, about, state: "running" };
    return this.database.telling(async () => {
      const { jobs, inserted } = await this.boss.upsert(kind, order, {
        singletonKey: key,
        priority,
      });
      const [id = ""] = jobs;
      return { id, kind, about, state: inserted === 0 ? "renewed" : "queued" };
    });
  }

  async take(kinds: readonly JobKind[]): Promise<TakenJob | null> {
    for (const kind of kinds) {
      const [job] = await this.database.telling(() =>
        this.boss.fetch<unknown>(kind, { batchSize: 1 }),
      );
      if (job === undefined) continue;
      const attempt = { id: job.id, kind, retry: job.retryCount };
      const order = JobOrderSchema.safeParse(job.data).data;
      if (order !== undefined && order.kind === kind) {
        return { ...attempt, order, about: aboutJob(order), expires: job.expireInSeconds * 1000 };
      }
      await this.again(attempt, unknownOrder());
    }
    return null;
  }

  async keep(job: Attempt): Promise<boolean> {
    return this.database.telling(async () => affects(await this.boss.touch(job.kind, of(job))));
  }

  async finish(job: Attempt, result: object): Promise<boolean> {
    return this.database.telling(async () =>
      affects(await this.boss.complete(job.kind, of(job), result)),
    );
  }

  async again(job: Attempt, reason: Diagnostic): Promise<void> {
    await this.database.telling(() => this.boss.fail(job.kind, of(job), { reason }));
  }

  /** Taken off and put back at once: pg-boss knows no other way back. The attempt is not counted. */
  async giveBack(job: Attempt): Promise<void> {
    try {
      await this.database.together(async (statements) => {
        const db = asBossDatabase(statements);
        if (!affects(await this.boss.cancel(job.kind, of(job), { db }))) return;
        await this.boss.resume(job.kind, job.id, { db });
        const retryLimit = LIMITS[job.kind].retries + job.retry + 1;
        await this.boss.update(job.kind, undefined, { id: job.id, retryLimit, db });
      });
    } catch (error) {
      if (!isTaken(error)) throw error;
      await this.again(job, WAITS_ALREADY);
    }
  }

  async retry(id: string): Promise<Changed> {
    const [job] = await this.find({ ids: [id], limit: 1 });
    if (job === undefined) return "not-there";
    const { kind, state } = job;
    if (state === "failed") {
      const order = await this.rows.orderOf(job.id);
      if (order !== null) await this.add(order, job.priority);
    } else if (state === "dead") {
      await this.database.telling(() => this.boss.retry(kind, job.id));
    } else if (state === "cancelled") {
      await this.database.telling(() => this.boss.resume(kind, job.id));
    } else return "not-so";
    return "changed";
  }

  async cancel(id: string): Promise<Changed> {
    const [job] = await this.find({ ids: [id], limit: 1 });
    if (job === undefined) return "not-there";
    const { kind } = job;
    return this.database.telling(async () =>
      affects(await this.boss.cancel(kind, job.id)) ? "changed" : "not-so",
    );
  }

  async close(): Promise<void> {
    await this.boss.stop({ graceful: false, close: true }).catch(() => undefined);
    await this.database.close();
  }
}

/** The attempt alone: where another worker has the job by now, nothing is done to it. */
function of({ id, retry }: Attempt): { id: string; retryCount: number } {
  return { id, retryCount: retry };
}

function affects(response: object): boolean {
  return "affected" in response && response.affected === 1;
}

function asBossDatabase({ rows }: Statements) {
  return {
    async executeSql(text: string, values?: unknown[]) {
      return { rows: [...(await rows(text, values))] };
    },
  };
}

/** Another version of the program may know what it means. */
function unknownOrder(): Diagnostic {
  return {
    code: "job-unknown",
    severity: "error",
    message: "the job asks for something that this version does not know",
    hint: "let every worker run the version of those who queue jobs",
  };
}

/** Of one key one job waits: the same work with newer files may wait already. */
const WAITS_ALREADY: Diagnostic = {
  code: "waits-already",
  severity: "info",
  message: "the same work waits already, with newer files",
};

/** SQLSTATE unique_violation. */
function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "23505";
}
