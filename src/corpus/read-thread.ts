/** A thread that reads files, bounded in memory and time: what it cannot read costs that file alone. */
import { Worker } from "node:worker_threads";
import type { Diagnostic } from "../model/diagnostic.js";
import { type RawFile, type ReadOptions, type ReadResult, readArticles } from "../readers/index.js";

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

/** Megabytes: a small heap is collected sooner; a file that needs more is read by the program itself. */
const HEAP = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 96 };

/** Milliseconds that a file may take: far beyond what an honest one needs on a busy machine. */
const PATIENCE = { least: 60_000, perMegabyte: 30_000 };

/** Of a PDF, drawing instructions may run without end: it is never read where nothing can stop it. */
export function mayHang({ bytes }: RawFile): boolean {
  return bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44 && bytes[3] === 0x46;
}

/** `again`: its thread ended over the file before it. */
type Answered = ReadResult | "died" | "too slow" | "again";

interface Waiting {
  readonly resolve: (answer: Answered) => void;
  readonly timer: NodeJS.Timeout;
}

/** Starts with its first file, and again after a file that ended it. */
export class ReadThread {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private jobs = 0;
  /** Whether a thread has ever answered: where none can start, none is tried again. */
  private works: boolean | null = null;

  async read(source: RawFile, options: ReadOptions): Promise<ReadResult> {
    const answer = this.works === false ? "died" : await this.ask(source, options);
    switch (answer) {
      case "died":
        return readArticles(source, options);
      case "again":
        return this.read(source, options);
      case "too slow":
        return tooSlow(source.file);
      default:
        return answer;
    }
  }

  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private ask(source: RawFile, options: ReadOptions): Promise<Answered> {
    const worker = this.worker ?? this.start();
    const id = this.jobs;
    this.jobs += 1;
    return new Promise((resolve) => {
      const patience = PATIENCE.least + (PATIENCE.perMegabyte * source.bytes.length) / 2 ** 20;
      const timer = setTimeout(() => this.giveUp(worker, "too slow"), patience);
      timer.unref();
      this.waiting.set(id, { resolve, timer });
      worker.ref();
      worker.postMessage({ id, source, options } satisfies ReadJob);
    });
  }

  private start(): Worker {
    const worker = new Worker(new URL("../corpus/read-worker.js", import.meta.url), {
      resourceLimits: HEAP,
    });
    worker.on("message", ({ id, result }: ReadAnswer) => {
      this.works = true;
      this.answer(id, result);
    });
    worker.on("error", () => this.giveUp(worker, "died"));
    worker.on("exit", () => this.giveUp(worker, "died"));
    // A thread without work does not hold the program up.
    worker.unref();
    this.worker = worker;
    return worker;
  }

  private answer(id: number, answer: Answered): void {
    const job = this.waiting.get(id);
    if (job === undefined) return;
    clearTimeout(job.timer);
    this.waiting.delete(id);
    if (this.waiting.size === 0) this.worker?.unref();
    job.resolve(answer);
  }

  /** The oldest file is the one that it was busy with; those behind it are asked for again. */
  private giveUp(worker: Worker, why: "died" | "too slow"): void {
    if (this.worker !== worker) return;
    this.works ??= false;
    this.worker = null;
    void worker.terminate();
    const [busy, ...behind] = [...this.waiting.keys()];
    if (busy !== undefined) this.answer(busy, why);
    for (const id of behind) this.answer(id, "again");
  }
}

function tooSlow(file: string): ReadResult {
  const diagnostic: Diagnostic = {
    code: "reading-too-slow",
    severity: "error",
    message: "takes too long to read, and was given up",
    place: { file },
    hint: "save it again, or as text",
  };
  return { articles: [], diagnostics: [diagnostic] };
}
