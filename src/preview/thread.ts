/**
 * A thread that takes orders, so that the server answers while it works: what never comes to an end
 * there is ended, and the thread begins anew.
 */
import { Worker } from "node:worker_threads";
import type { Diagnostic } from "../model/diagnostic.js";
import type {
  Answers,
  Ask,
  OnTold,
  Order,
  OrderKind,
  ThreadAnswer,
  ThreadOrder,
} from "./protocol.js";

export interface Thread {
  readonly ask: Ask;
  readonly close: () => Promise<void>;
}

/** Megabytes of a thread's heap. */
const HEAP = { maxOldGenerationSizeMb: 2048 };

/**
 * Milliseconds that a stage may take. Reading a large corpus takes as long as it takes, and filling a
 * template has a cap of its own.
 */
const PATIENCE: Readonly<Record<string, number>> = { html: 20_000, print: 120_000 };

interface Waiting {
  readonly order: Order;
  readonly onTold: OnTold;
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
  /** The oldest order is the one that it was busy with; those behind it are given to the next thread. */
  const giveUp = (failed: Worker, fault: Diagnostic) => {
    if (worker !== failed) return;
    worker = null;
    void failed.terminate();
    const [busy, ...behind] = [...waiting];
    if (busy !== undefined) settle(busy[0], failedAnswer(busy[1].order, fault));
    for (const [id, { order }] of behind) send(id, order);
  };
  const hear = (from: Worker, answer: ThreadAnswer) => {
    const job = waiting.get(answer.id);
    if (job === undefined) return;
    switch (answer.kind) {
      case "told": {
        const { told } = answer;
        job.onTold(told);
        if (told.kind === "stage") time(from, told.stage);
        return;
      }
      case "answer":
        settle(answer.id, answer.value);
        return;
      case "fault":
        settle(answer.id, failedAnswer(job.order, ourFault(answer.message)));
    }
  };
  const time = (busy: Worker, stage: string) => {
    clearTimeout(timer);
    const most = patience[stage];
    if (most !== undefined) timer = setTimeout(() => giveUp(busy, tooSlow(stage, most)), most);
  };
  const start = (): Worker => {
    const started = new Worker(script, { workerData: folder, resourceLimits: HEAP });
    started.on("message", (answer: ThreadAnswer) => hear(started, answer));
    started.on("error", (error) => giveUp(started, diedOf(error)));
    started.on("exit", () => giveUp(started, diedOf(null)));
    return started;
  };
  const send = (id: number, order: Order) => {
    worker ??= start();
    worker.postMessage({ id, order } satisfies ThreadOrder);
  };
  const ask = (order: Order, onTold: OnTold = () => undefined) =>
    new Promise<Answers[OrderKind]>((resolve) => {
      const id = orders;
      orders += 1;
      waiting.set(id, { order, onTold, resolve });
      send(id, order);
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
      return { briefs: [], templates: [], languages: [], editor: null, diagnostics };
    case "print":
      return { bytes: null, diagnostics };
    case "check-notes":
      return diagnostics;
    case "explain":
    case "article":
    case "forget-corpus":
      return null;
  }
}

const WORDS: Readonly<Record<string, string>> = {
  html: "the page did not come to an end",
  print: "the print of the page did not come to an end",
};

function tooSlow(stage: string, most: number): Diagnostic {
  return {
    code: "making-too-slow",
    severity: "error",
    message: `${WORDS[stage] ?? stage}, and was stopped after ${most / 1000} seconds`,
    hint: "make the page shorter; save to try again",
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
