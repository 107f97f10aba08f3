/** Files to what reading gives of each, in the same order: on all cores where there are many. */
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type RawFile, type ReadOptions, type ReadResult, readArticles } from "../readers/index.js";

/** Reads files; the results stand in the order of the files. */
export type ReadAll = (
  files: readonly RawFile[],
  options?: ReadOptions,
) => Promise<readonly ReadResult[]>;

export interface ReadPool {
  readonly readAll: ReadAll;
  /** Ends the threads; what is still read comes to its end first. */
  readonly close: () => Promise<void>;
}

/** Fewer files are read sooner than the threads have started. */
const WORTH_THREADS = 200;
/** Files that a thread is given at a time, so that it never waits for the next. */
const AHEAD = 2;

/** What goes to a thread, and what comes back. */
export interface ReadJob {
  readonly id: number;
  readonly source: RawFile;
  readonly options: ReadOptions;
}
export interface ReadAnswer {
  readonly id: number;
  readonly result: ReadResult;
}

/** One file after the other, in this thread. */
export const readInTurn: ReadAll = async (files, options) => {
  const results: ReadResult[] = [];
  for (const file of files) results.push(inOwnWords(await readArticles(file, options)));
  return results;
};

/** A part of a text keeps the whole in memory: a copy lets go of the page that it was cut from. */
function inOwnWords({ articles, diagnostics }: ReadResult): ReadResult {
  return { articles: articles.map((article) => structuredClone(article)), diagnostics };
}

/** @param expected how many files will come, as far as that is known */
export function openReadPool(expected: number, threads = availableParallelism()): ReadPool {
  if (expected < WORTH_THREADS || threads < 2) {
    return { readAll: readInTurn, close: async () => undefined };
  }
  const workers = Array.from({ length: threads }, () => new ReadThread());
  return {
    readAll: (files, options = {}) => shareOut(files, options, workers),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

async function shareOut(
  files: readonly RawFile[],
  options: ReadOptions,
  workers: readonly ReadThread[],
): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = new Array(files.length);
  let next = 0;
  const takeFiles = async (worker: ReadThread) => {
    while (next < files.length) {
      const index = next;
      next += 1;
      const source = files[index];
      if (source !== undefined) results[index] = await worker.read(source, options);
    }
  };
  await Promise.all(
    workers.flatMap((worker) => Array.from({ length: AHEAD }, () => takeFiles(worker))),
  );
  return results;
}

/** A thread that reads; where it cannot start or dies, its files are read here. */
class ReadThread {
  private readonly waiting = new Map<number, (result: ReadResult | null) => void>();
  private worker: Worker | null;
  private jobs = 0;

  constructor() {
    this.worker = new Worker(new URL("../corpus/read-worker.js", import.meta.url));
    this.worker.on("message", ({ id, result }: ReadAnswer) => this.answer(id, result));
    this.worker.on("error", () => this.giveUp());
    this.worker.on("exit", () => this.giveUp());
    // A thread without work does not hold the program up.
    this.worker.unref();
  }

  async read(source: RawFile, options: ReadOptions): Promise<ReadResult> {
    const result = await this.ask(source, options);
    return result ?? readArticles(source, options);
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private ask(source: RawFile, options: ReadOptions): Promise<ReadResult | null> {
    const { worker } = this;
    if (worker === null) return Promise.resolve(null);
    const id = this.jobs;
    this.jobs += 1;
    return new Promise((resolve) => {
      this.waiting.set(id, resolve);
      worker.ref();
      worker.postMessage({ id, source, options } satisfies ReadJob);
    });
  }

  private answer(id: number, result: ReadResult | null): void {
    this.waiting.get(id)?.(result);
    this.waiting.delete(id);
    if (this.waiting.size === 0) this.worker?.unref();
  }

  private giveUp(): void {
    this.worker = null;
    for (const id of [...this.waiting.keys()]) this.answer(id, null);
  }
}
