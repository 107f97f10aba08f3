/** Files to what reading gives of each, in the same order: on all cores where there are many. */
import { availableParallelism } from "node:os";
import { type RawFile, type ReadOptions, type ReadResult, readArticles } from "../readers/index.js";
import { mayHang, ReadThread } from "./read-thread.js";

/** Reads files; the results stand in the order of the files. */
export type ReadAll = (
  files: readonly RawFile[],
  options?: ReadOptions,
) => Promise<readonly ReadResult[]>;

export interface ReadPool {
  readonly readAll: ReadAll;
  /** Ends the threads. */
  readonly close: () => Promise<void>;
}

/** Fewer files are read sooner than the threads have started. */
const WORTH_THREADS = 200;
/** Files that a thread is given at a time, so that it never waits for the next. */
const AHEAD = 2;

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
  // One core gains nothing in time, but a thread's heap is bounded, and the program's is not.
  const isWorthIt = expected >= WORTH_THREADS;
  const workers = Array.from({ length: isWorthIt ? threads : 1 }, () => new ReadThread());
  const [guard] = workers;
  return {
    readAll: (files, options = {}) =>
      isWorthIt || guard === undefined
        ? shareOut(files, options, workers)
        : readGuarded(files, options, guard),
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
    },
  };
}

/** Reads one file that came from outside: by itself where it may hold what never comes to an end. */
export async function readGuardedFile(file: RawFile, options: ReadOptions): Promise<ReadResult> {
  const pool = openReadPool(1);
  try {
    const [result] = await pool.readAll([file], options);
    return result ?? { articles: [], diagnostics: [] };
  } finally {
    await pool.close();
  }
}

/** Few files are read here, but for those that might never come to an end. */
async function readGuarded(
  files: readonly RawFile[],
  options: ReadOptions,
  guard: ReadThread,
): Promise<readonly ReadResult[]> {
  const results: ReadResult[] = [];
  for (const file of files) {
    const reading = mayHang(file) ? [await guard.read(file, options)] : readInTurn([file], options);
    results.push(...(await reading));
  }
  return results;
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
