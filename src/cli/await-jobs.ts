/** Ids of jobs in, each told when it has ended; whether all ended well out. */
import { nodeClock } from "../host/clock.js";
import { EngineError } from "../host/engine-error.js";
import type { Job, JobState } from "../model/job.js";
import type { JobQueue } from "../queue/index.js";
import { jobEndLine } from "./job-words.js";
import { printData, printDiagnostics, printJson, printNote } from "./terminal.js";

const ENDED: readonly JobState[] = ["done", "failed", "dead", "cancelled"];

/** Milliseconds between two looks. */
const LOOK = 500;

export async function awaitJobs(
  queue: JobQueue,
  ids: readonly string[],
  isJson: boolean,
): Promise<boolean> {
  const open = new Set(ids);
  let isWell = true;
  while (open.size > 0) {
    for (const job of await look(queue, [...open])) {
      if (!ENDED.includes(job.state)) continue;
      open.delete(job.id);
      if (job.state !== "done") isWell = false;
      tell(job, isJson);
    }
    if (open.size > 0) await nodeClock.wait(LOOK);
  }
  return isWell;
}

/** Jobs go on while the engine is away, and so does whoever waits for them. */
async function look(queue: JobQueue, ids: readonly string[]): Promise<readonly Job[]> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await queue.find({ ids, limit: ids.length });
    } catch (error) {
      if (!(error instanceof EngineError) || tries === MOST_TRIES) throw error;
      if (tries === 0) printNote(`${error.engine}: ${error.message}; waiting for it`);
      await nodeClock.wait(Math.min(LOOK * 2 ** tries, 5_000));
    }
  }
}

const MOST_TRIES = 60;

function tell(job: Job, isJson: boolean): void {
  if (isJson) {
    printJson(job);
    return;
  }
  printDiagnostics(job.result?.diagnostics ?? (job.reason === null ? [] : [job.reason]));
  printNote(jobEndLine(job));
  const files = job.result?.files.map(({ path }) => path) ?? [];
  const shown = [...new Set(files.map((path) => path.replace(/(\/evidence\/).*$/, "$1")))];
  if (shown.length > 0) printData(shown.join("\n"));
}
