/** What a job works with: the files that were laid out for it, what is shared, and where what it makes goes. */
import type { Collector } from "../../collect-articles.js";
import type { Host } from "../../host/host.js";
import type { JobOrder } from "../../model/job.js";
import type { RewriteMeans } from "../../rewrite/index.js";
import type { SendHost } from "../../send/send-issue.js";

export interface JobMeans {
  readonly host: Host;
  /** The workspace as it was laid out, absolute. */
  readonly root: string;
  /** Absolute path of the folder of outputs. */
  readonly outputs: string;
  readonly collector: Pick<Collector, "clock" | "openNetwork">;
  readonly sender: Omit<SendHost, "host" | "stop" | "onLine">;
  readonly openRewriting: (isOffline: boolean) => RewriteMeans;
  /** Queues what comes next. */
  readonly add: (order: JobOrder) => Promise<unknown>;
  /** Asks for an end between two pieces of work. */
  readonly stop: AbortSignal;
}
