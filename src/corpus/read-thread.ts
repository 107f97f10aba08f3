/** A thread that reads files, bounded in memory and time: what it cannot read costs that file alone. */
import { type ResourceLimits, Worker } from "node:worker_threads";
import type { Article } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { type RawFile, type ReadOptions, type ReadResult, readArticles } from "../readers/index.js";
import { openPacked, type PackedArticle } from "./pack-article.js";

/** What goes to a thread, and what comes back. */
export interface ReadJob {
  readonly id: number;
  readonly source: RawFile;
  readonly options: ReadOptions;
}
export interface ReadAnswer {
  readonly id: number;
  readonly articles: readonly (PackedArticle | Article)[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Megabytes: a small heap is collected sooner; a file that needs more gets a large one of its own. */
const SMALL_HEAP = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 96 };
const LARGE_HEAP = { maxOldGenerationSizeMb: 2048 };

/** Milliseconds that a file may take: far beyond what an honest one needs on a busy machine. */
const PATIENCE = { least: 60_000, perMegabyte: 30_000 };

/** `again`: its thread ended over the file before it. */
type Answered = ReadResult | "died" | "too slow" | "again";

interface Waiting {
  readonly patience: number;
  readonly resolve: (answer: Answered) => void;
}

/** Starts with its first file, and again after a file that ended it. */
export class ReadThread {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | null = null;
  private timer: NodeJS.Timeout | undefined;
  private jobs = 0;
  /** Whether a thread has ever answered: where none can start, none is tried again. */
  private works: boolean | null = null;

  constructor(private readonly heap: ResourceLimits = SMALL_HEAP) {}

  async read(source: RawFile, options: ReadOptions): Promise<ReadResult> {
    const answer = this.works === false ? "died" : await this.ask(source, options);
    switch (answer) {
      case "died":
        return this.works === true && this.heap === SMALL_HEAP
          ? readWithRoom(source, options)
          : readArticles(source, options);
      case "again":
        return this.read(source, options);
      case "too slow":
        return tooSlow(source.file);
      default:
        return answer;
    }
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    await this.worker?.terminate();
  }

  private ask(source: RawFile, options: ReadOptions): Promise<Answered> {
    const worker = this.worker ?? this.start();
    const id = this.jobs;
    this.jobs += 1;
    const patience = PATIENCE.least + (PATIENCE.perMegabyte * source.bytes.length) / 2 ** 20;
    return new Promise((resolve) => {
      this.waiting.set(id, { patience, resolve });
      if (this.waiting.size === 1) this.watch(worker);
      worker.ref();
      worker.postMessage({ id, source, options } satisfies ReadJob);
    });
  }

  private start(): Worker {
    const worker = new Worker(new URL("../corpus/read-worker.js", import.meta.url), {
      resourceLimits: this.heap,
    });
    worker.on("message", ({ id, articles, diagnostics }: ReadAnswer) => {
      this.works = true;
      this.answer(id, { articles: articles.map(openPacked), diagnostics });
      this.watch(worker);
    });
    worker.on("error", () => this.giveUp(worker, "died"));
    worker.on("exit", () => this.giveUp(worker, "died"));
    // A thread without work does not hold the program up.
    worker.unref();
    this.worker = worker;
    return worker;
  }

  /** Times the oldest file: those behind it have not begun. */
  private watch(worker: Worker): void {
    clearTimeout(this.timer);
    const [oldest] = this.waiting.values();
    if (oldest === undefined) {
      worker.unref();
      return;
    }
    this.timer = setTimeout(() => this.giveUp(worker, "too slow"), oldest.patience);
    this.timer.unref();
  }

  private answer(id: number, answer: Answered): void {
    const job = this.waiting.get(id);
    this.waiting.delete(id);
    job?.resolve(answer);
  }

  /** The oldest file is the one that it was busy with; those behind it are asked for again. */
  private giveUp(worker: Worker, why: "died" | "too slow"): void {
    if (this.worker !== worker) return;
    this.works ??= false;
    this.worker = null;
    clearTimeout(this.timer);
    void worker.terminate();
    const [busy, ...behind] = [...this.waiting.keys()];
    if (busy !== undefined) this.answer(busy, why);
    for (const id of behind) this.answer(id, "again");
  }
}

async function readWithRoom(source: RawFile, options: ReadOptions): Promise<ReadResult> {
  const thread = new ReadThread(LARGE_HEAP);
  try {
    return await thread.read(source, options);
  } finally {
    await thread.close();
  }
}

/** Bytes in which a PDF begins. */
const FRONT = 1024;

/**
 * Whether a file is, or may hold, a PDF: its drawing instructions may run without end, so that it is
 * not read where nothing can stop it.
 */
export function mayHang({ bytes }: RawFile): boolean {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const isPacked = data.subarray(0, 2).equals(ZIP) || data.subarray(0, 2).equals(GZIP);
  return isPacked || data.subarray(0, FRONT).includes("%PDF-") || data.includes("application/pdf");
}

const ZIP = Buffer.from("PK");
const GZIP = Buffer.of(0x1f, 0x8b);

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
