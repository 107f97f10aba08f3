/** The queue and the outside of a machine in, a worker out that does jobs until it is stopped. */
import type { Host } from "../host/host.js";
import { telemetry } from "../host/telemetry.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { failed, type JobEnd } from "./job-end.js";
import type { JobQueue, TakenJob } from "./job-queue.js";
import { JOBS_SCHEMA } from "./job-rows.js";
import type { JobMeans } from "./jobs/job-means.js";
import { runJob } from "./jobs/run-job.js";
import type { OpenQueue } from "./open-queue.js";
import { type RoomsRequest, SnapshotRooms } from "./snapshot/lay-out.js";
import { forgetSnapshots } from "./snapshot/snapshot-store.js";
import { type WorkDone, type WorkMeans, type WorkRequest, work } from "./work.js";
import { type WorkerIdentity, type WorkerNews, WorkerRegistry } from "./worker-registry.js";

export interface WorkerRequest extends WorkRequest {
  readonly identity: WorkerIdentity;
  readonly rooms: Omit<RoomsRequest, "database">;
  /** The outside of one job: this machine's files, what is shared, and the record at its place below the root. */
  readonly openHost: (root: string) => Promise<Host>;
  readonly means: Omit<JobMeans, "host" | "root" | "stop" | "add">;
  readonly onNews: WorkMeans["onNews"];
  /** What it does now, for whoever watches over it. */
  readonly onBeat: (news: WorkerNews) => void;
  readonly stop: AbortSignal;
}

/** Days that files are kept which no job asks for. */
const KEPT_DAYS = 35;

/** @throws {EngineError} where the queue is not there when it begins */
export async function openWorker(
  { queue, database }: OpenQueue,
  request: WorkerRequest,
): Promise<WorkDone> {
  const { identity, means, stop, onNews } = request;
  const { clock } = means.collector;
  const rooms = new SnapshotRooms({ ...request.rooms, database });
  const registry = new WorkerRegistry(database, identity, clock.now);
  const abandoned = (name: string): Diagnostic => ({
    code: "worker-died",
    severity: "error",
    message: `its worker ${name} died`,
    hint: "nothing to do: it is tried again; where every attempt ends so, the job is too much for a worker",
  });
  await forgetSnapshots(database, `${JOBS_SCHEMA}.job`, KEPT_DAYS);
  try {
    return await work(
      {
        ...{ queue, clock, stop, onNews, name: identity.name },
        run: (job, ends) => runLaidOut(job, ends, rooms, queue, request),
        async onBeat(news) {
          request.onBeat(news);
          await registry.beat(news);
          await registry.bury((attempt, name) => queue.again(attempt, abandoned(name)));
        },
      },
      request,
    );
  } finally {
    await registry.leave().catch(() => undefined);
  }
}

async function runLaidOut(
  job: TakenJob,
  stop: AbortSignal,
  rooms: SnapshotRooms,
  queue: JobQueue,
  { openHost, means }: WorkerRequest,
): Promise<JobEnd> {
  const room = await rooms.layOut(job.order.snapshot);
  if (room === null) return failed({ diagnostics: [filesGone()] });
  try {
    const host = await openHost(room.root);
    const about = { "brief.job.id": job.id, "brief.job.attempt": job.retry + 1 };
    return await telemetry().span(`job ${job.kind}`, about, async (say) => {
      const end = await runJob(orderOf(job), {
        ...{ ...means, host, root: room.root, stop },
        add: (order) => queue.add(order),
      });
      const outcome = end.kind === "finished" ? end.work.outcome : end.kind;
      say({ "brief.job.outcome": outcome });
      telemetry().count("brief.jobs", 1, { kind: job.kind, outcome });
      return end;
    });
  } finally {
    await room.release();
  }
}

/** What is unknown is sent again because a desk asked for it once: not by each attempt anew. */
function orderOf({ order, retry }: TakenJob): TakenJob["order"] {
  return order.kind === "send" && retry > 0 ? { ...order, again: false } : order;
}

function filesGone(): Diagnostic {
  return {
    code: "snapshot-gone",
    severity: "error",
    message: "the files that the job works with are not in the database any more",
    hint: "queue it again from its workspace",
  };
}
