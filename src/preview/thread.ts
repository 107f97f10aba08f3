/**
 * A thread that takes orders, so that the server answers while it works: what never comes to an end
 * there is ended, and the thread begins anew.
 */
import { Worker } from "node:worker_threads";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Answers, Ask, Order, OrderKind, ThreadAnswer, ThreadOrder } from "./protocol.js";

export interface Thread {
  readonly ask: Ask;
  readonly close: () => Promise<void>;
}

/** Megabytes of a thread's heap. */
const HEAP = { maxOldGenerationSizeMb: 2048 };

/** Milliseconds that a stage may take; reading a large corpus takes as long as it takes. */
const PATIENCE: Readonly<Record<string, number>> = { fill: 5_000, html: 20_000, print: 120_000 };

interface Waiting {
  readonly order: Order;
  readonly onStage: (stage: string) => void;
  readonly resolve: (answer: Answers[OrderKind]) => void;
}

/** @param script of the thread @param folder of the workspace */
export function openThread(
  folder: string,
  script = new URL("../preview/worker.js", import.meta.url),
  patience = PATIENCE,
): Thread {
  const waiting = new Map<number, Waiting>();
  let orders = 0;
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | undefined;

  const settle = (id: number, answer: Answers[OrderKind]) => {
    clearTimeout(timer);
    waiting.get(id)?.resolve(answer);
    waiting.delete(id);
  };
  const giveUp = (failed: Worker, fault: Diagnostic) => {
    if (worker !== failed) return;
    worker = null;
    void failed.terminate();
    for (const [id, { order }] of waiting) settle(id, failedAnswer(order, fault));
  };
  const start = (): Worker => {
    const started = new Worker(script, { workerData: folder, resourceLimits: HEAP });
    started.on("message", (answer: ThreadAnswer) => {
      const job = waiting.get(answer.id);
      if (job === undefined) return;
      switch (answer.kind) {
        case "stage": {
          const { stage } = answer;
          job.onStage(stage);
          clearTimeout(timer);
          const most = patience[stage];
          if (most === undefined) return;
          timer = setTimeout(() => giveUp(started, tooSlow(stage, most)), most);
          return;
        }
        case "answer":
          return settle(answer.id, answer.value);
        case "fault":
          return settle(answer.id, failedAnswer(job.order, ourFault(answer.message)));
      }
    });
    started.on("error", (error) => giveUp(started, diedOf(error)));
    started.on("exit", () => giveUp(started, diedOf(null)));
    return started;
  };
  const ask = (order: Order, onStage: Waiting["onStage"] = () => undefined) =>
    new Promise<Answers[OrderKind]>((resolve) => {
      const id = orders;
      orders += 1;
      waiting.set(id, { order, onStage, resolve });
      worker ??= start();
      worker.postMessage({ id, order } satisfies ThreadOrder);
    });
  return {
    ask: ask as unknown as Ask,
    close: async () => {
      clearTimeout(timer);
      const ended = worker;
      worker = null;
      await ended?.terminate();
    },
  };
}

/** What an order is answered with that could not be carried out. */
function failedAnswer({ kind }: Order, fault: Diagnostic): Answers[OrderKind] {
  const diagnostics = [fault];
  switch (kind) {
    case "make":
      return { kind: "failed", diagnostics, timings: [] };
    case "list":
      return { briefs: [], templates: [], languages: [], diagnostics };
    case "print":
      return { bytes: null, diagnostics };
    case "check-notes":
      return diagnostics;
    case "explain":
    case "article":
    case "forget-articles":
      return null;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  fill: "the template did not come to an end",
  html: "the page did not come to an end",
  print: "the print of the page did not come to an end",
};

function tooSlow(stage: string, most: number): Diagnostic {
  return {
    code: "making-too-slow",
    severity: "error",
    message: `${WORDS[stage] ?? stage}, and was stopped after ${most / 1000} seconds`,
    hint: "look for a partial that includes itself, or for loops inside loops; save to try again",
  };
}

function diedOf(error: unknown): Diagnostic {
  const isMemory =
    error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  if (!isMemory) return ourFault(error instanceof Error ? error.message : "the thread ended");
  return {
    code: "making-too-large",
    severity: "error",
    message: `the brief took more than ${HEAP.maxOldGenerationSizeMb} MB, and was given up`,
    hint: "look for loops inside loops in the template; save to try again",
  };
}

function ourFault(message: string): Diagnostic {
  return {
    code: "internal",
    severity: "error",
    message: `a fault of the program: ${message}`,
    hint: "save to try again; brief generate shows whether it fails in the same way",
  };
}
