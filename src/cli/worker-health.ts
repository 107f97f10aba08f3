/** A worker's signs of life in, an answer for the supervisor of its machine out. */
import { nodeClock } from "../host/clock.js";
import type { WebAnswer } from "../host/web.js";
import type { WorkerNews } from "../queue/index.js";
import { UsageError } from "./usage.js";

export interface WorkerHealth {
  readonly port: number | null;
  readonly beat: (news: WorkerNews) => void;
  readonly close: () => Promise<void>;
}

/** Milliseconds without a sign of life; then whoever watches had better start it anew. */
const STALLED = 120_000;

export async function workerHealth(port: number | undefined, name: string): Promise<WorkerHealth> {
  if (port === undefined) {
    return { port: null, beat: () => undefined, close: async () => undefined };
  }
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError("--health-port is no port", "write e.g. --health-port 9090");
  }
  const { nodeServe } = await import("../host/node-web.js");
  let last: { readonly at: number; readonly news: WorkerNews | null } = {
    at: nodeClock.now(),
    news: null,
  };
  const server = await nodeServe(port, async ({ method, path }) => {
    if (path !== "/health") return answer(404, { status: "not-found" });
    if (method !== "GET" && method !== "HEAD") return answer(405, { status: "not-allowed" });
    const age = nodeClock.now() - last.at;
    const status = age > STALLED ? "stalled" : "ok";
    const seen = new Date(last.at).toISOString();
    return answer(status === "ok" ? 200 : 503, { status, worker: name, seen, ...last.news });
  });
  return {
    port: server.port,
    beat: (news) => {
      last = { at: nodeClock.now(), news };
    },
    close: () => server.close(),
  };
}

function answer(status: number, value: object): WebAnswer {
  return {
    status,
    headers: { "content-type": "application/json", "cache-control": "no-store" },
    body: `${JSON.stringify(value)}\n`,
  };
}
