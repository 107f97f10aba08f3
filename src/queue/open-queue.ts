/** The engines of a workspace in, its queue out; what is missing is told before anything is asked. */
import { FailedRun } from "../failed-run.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { EngineAddress, Engines } from "../model/engines.js";
import type { JobQueue } from "./job-queue.js";
import { openPgBossQueue, type PgBossOptions } from "./pg-boss-queue.js";
import { openQueueDatabase, type QueueDatabase } from "./queue-database.js";
import { makeTables } from "./schema.js";

export interface OpenQueue {
  readonly queue: JobQueue;
  readonly database: QueueDatabase;
}

/** @throws {FailedRun} where no queue is named @throws {EngineError} */
export async function openQueue(
  engines: Engines | undefined,
  options: PgBossOptions,
): Promise<OpenQueue> {
  const database = await openQueueDatabase(addressOf(engines));
  try {
    await makeTables(database);
    return { queue: await openPgBossQueue(database, options), database };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** A job on another machine needs the record of what was released, and the ledger of what was sent. */
function addressOf(engines: Engines | undefined): EngineAddress {
  if (engines === undefined || engines.queue === null) throw new FailedRun([noQueue()]);
  if (engines.ledger === null) throw new FailedRun([noLedger()]);
  return engines.queue;
}

function noQueue(): Diagnostic {
  return {
    code: "no-queue",
    severity: "error",
    message: "no queue is named",
    place: { file: "engines.yaml" },
    hint: "write ledger: postgres://host:5432/database there, or set BRIEF_LEDGER; it has the queue too",
  };
}

function noLedger(): Diagnostic {
  return {
    code: "no-shared-ledger",
    severity: "error",
    message: "names a queue, and no ledger that its workers could share",
    place: { file: "engines.yaml" },
    hint: "write ledger: postgres://host:5432/database there; the queue may stay where it is",
  };
}
