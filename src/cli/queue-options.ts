/** The flags of commands that may leave their work to workers, and how what was queued is told. */
import type { Host } from "../host/host.js";
import type { JobOrder } from "../model/job.js";
import type { OpenQueue } from "../queue/index.js";
import type { CommandState } from "./command.js";
import { printData, printJson, printNote } from "./terminal.js";
import { UsageError } from "./usage.js";

export const QUEUE_OPTIONS = {
  queue: {
    type: "boolean",
    default: false,
    description: "Leave it to workers: queue a job, and print its id",
  },
  wait: {
    type: "boolean",
    default: false,
    description: "Wait until the jobs have ended, and exit as they did",
  },
  priority: {
    type: "number",
    requiresArg: true,
    description: "Of the jobs; higher ones are taken first, 0 by default",
  },
} as const;

export interface QueueFlags {
  readonly workspace: string | undefined;
  readonly queue: boolean;
  readonly wait: boolean;
  readonly priority: number | undefined;
  readonly json: boolean;
}

/** @throws {UsageError} for flags that mean nothing without `--queue` */
export function refuseQueueFlags({ queue, wait, priority }: QueueFlags): void {
  if (queue) return;
  if (wait) throw new UsageError("--wait is for jobs", "add --queue");
  if (priority !== undefined) throw new UsageError("--priority is for jobs", "add --queue");
}

/**
 * Queues what the orders ask for and tells each; with `--wait` what came of them too.
 * @throws {FailedRun} @throws {EngineError}
 */
export async function queueJobs(
  flags: QueueFlags,
  state: CommandState,
  host: Host,
  makeOrders: (opened: OpenQueue) => Promise<readonly JobOrder[]>,
): Promise<void> {
  const { priority = 0, wait, json } = flags;
  if (!Number.isInteger(priority) || Math.abs(priority) > 1_000_000) {
    throw new UsageError("--priority is no whole number", "write e.g. --priority 10");
  }
  const { openQueue } = await import("../queue/index.js");
  const opened = await openQueue(host.engines, {
    supervises: false,
    onTrouble: (words) => printNote(`queue: ${words}`),
  });
  try {
    const orders = await makeOrders(opened);
    const ids: string[] = [];
    for (const order of orders) {
      const { id, kind, about, state: how } = await opened.queue.add(order, priority);
      ids.push(id);
      if (json && !wait) printJson({ id, kind, about, state: how });
      else if (!json) {
        printNote(`${kind} ${about}: ${ADDED[how]}`);
        if (!wait) printData(id);
      }
    }
    if (!wait) return;
    const { awaitJobs } = await import("./await-jobs.js");
    if (!(await awaitJobs(opened.queue, ids, json))) state.exitCode = 1;
  } finally {
    await opened.queue.close();
  }
}

const ADDED = {
  queued: "queued",
  renewed: "was waiting already; it is done with the files as they are now",
  running: "is being done already, with these very files",
} as const;
