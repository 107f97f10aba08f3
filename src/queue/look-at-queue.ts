/** The address of a queue in, what waits in it and who works at it out; nothing is made where there is none. */

import type { EngineAddress } from "../model/engines.js";
import type { Backlog, Worker } from "../model/job.js";
import { JOBS_SCHEMA, jobRows } from "./job-rows.js";
import { openQueueDatabase } from "./queue-database.js";
import { readWorkers } from "./worker-registry.js";

export interface QueueSight {
  readonly backlog: readonly Backlog[];
  readonly workers: readonly Worker[];
}

/** @returns null where nothing was ever queued @throws {EngineError} */
export async function lookAtQueue(address: EngineAddress): Promise<QueueSight | null> {
  const database = await openQueueDatabase(address);
  try {
    const [there] = await database.rows("SELECT to_regclass($1) IS NOT NULL AS jobs", [
      `${JOBS_SCHEMA}.job`,
    ]);
    if (there?.jobs !== true) return null;
    const [waits, workers] = await Promise.all([
      jobRows(database).backlog(),
      readWorkers(database),
    ]);
    const alive = workers.filter(({ state }) => state !== "quiet");
    const backlog = waits.map((one) => ({
      ...one,
      workers: alive.filter(({ kinds }) => kinds.includes(one.kind)).length,
    }));
    return { backlog, workers };
  } finally {
    await database.close();
  }
}
