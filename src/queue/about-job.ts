/** What is asked of a worker in, what the job is about and which other jobs are the same work out. */
import type { JobOrder } from "../model/job.js";
import { sha256 } from "../text/sha256.js";

/** As a person calls it. */
export function aboutJob(order: JobOrder): string {
  switch (order.kind) {
    case "generate":
      return `${order.brief}/${order.period?.id ?? "latest"}`;
    case "render":
    case "send":
      return `${order.brief}/${order.issue}`;
    case "fetch":
      return order.feeds.length === 0 ? "all feeds" : order.feeds.join(", ");
    case "read":
      return "the corpus";
  }
}

/**
 * Two orders of one key are the same work, also where the files changed between them. What is asked for
 * beside brief and issue, such as other languages, is other work.
 */
export function keyOf({ snapshot: _, ...order }: JobOrder): string {
  return `${aboutJob({ ...order, snapshot: "" } as JobOrder)}#${sha256(JSON.stringify(order)).slice(0, 12)}`;
}
