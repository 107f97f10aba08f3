/** Work in a thread of Node: ended after its time, capped in its memory, asked one thing after the other. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { ThreadAnswer, ThreadWork, WorkThread } from "./host.js";

const SCRIPTS: Readonly<Record<ThreadWork, string>> = {
  "fill-template": "../templating/fill-worker.js",
};

const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 };

/** What a thread says: once that it is there, then an answer to each order that asks. */
export type ThreadMessage =
  | { readonly kind: "ready" }
  | Extract<ThreadAnswer, { kind: "done" | "died" }>;

/** What a thread is told. */
export interface ThreadOrder {
  readonly asks: boolean;
  readonly order: unknown;
}

/** Numbers that a thread tells while it works. */
const CELLS = 3;

export function openThread(work: ThreadWork): WorkThread | null {
  const script = new URL(SCRIPTS[work], import.meta.url);
  // Run from its sources, the program has no file that a thread could run.
  if (!existsSync(fileURLToPath(script))) return null;
  const cells = new Int32Array(new SharedArrayBuffer(CELLS * Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(script, { workerData: cells, resourceLimits: LIMITS });
  let isThere = false;
  let settle: (answer: ThreadAnswer) => void = () => undefined;
  let ready: () => void = () => undefined;
  worker.on("message", (message: ThreadMessage) => {
    if (message.kind !== "ready") return settle(message);
    isThere = true;
    ready();
  });
  /** What whoever asks is told from then on. */
  let ended: ThreadAnswer | null = null;
  const end = (answer: ThreadAnswer, later = answer) => {
    ended ??= later;
    settle(answer);
  };
  worker.on("error", (error) => end(answerOf(error)));
  worker.on("exit", () => end({ kind: "died", message: "the thread ended" }));
  // Whoever waits for nothing else need not wait for a thread without work.
  worker.unref();
  const ask = (order: unknown, patience: number) =>
    new Promise<ThreadAnswer>((resolve) => {
      let timer: NodeJS.Timeout | undefined;
      settle = (answer) => {
        clearTimeout(timer);
        worker.unref();
        resolve(answer);
      };
      ready = () => {
        timer = setTimeout(() => {
          end({ kind: "too-slow", at: [...cells] }, { kind: "too-slow", at: [] });
          void worker.terminate();
        }, patience);
      };
      if (isThere) ready();
      worker.ref();
      worker.postMessage({ asks: true, order } satisfies ThreadOrder);
    });
  let before: Promise<unknown> = Promise.resolve();
  return {
    tell: (order) => worker.postMessage({ asks: false, order } satisfies ThreadOrder),
    // One after the other, so that each has its own time and its own answer.
    ask: (order, patience) => {
      const answer = before.then(() => ended ?? ask(order, patience));
      before = answer;
      return answer;
    },
    close: () => void worker.terminate(),
  };
}

function answerOf(error: Error): ThreadAnswer {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? { kind: "too-large" }
    : { kind: "died", message: error.stack ?? error.message };
}
