/**
 * A queue in, its jobs done one after another, several at once where that is asked for. It goes on
 * through whatever befalls a job or an engine, and puts down what it has in hand when it is stopped.
 */
import type { Clock } from "../host/clock.js";
import { EngineError } from "../host/engine-error.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { JobKind, JobResult } from "../model/job.js";
import type { JobEnd } from "./job-end.js";
import type { JobQueue, TakenJob } from "./job-queue.js";
import { Patience } from "./patience.js";
import type { Doing, WorkerNews } from "./worker-registry.js";

export interface WorkRequest {
  readonly kinds: readonly JobKind[];
  readonly concurrency: number;
  /** When it ends by itself: after one job, once nothing waits, or never. */
  readonly until: "one" | "empty" | "stopped";
  /** Milliseconds for what is in hand once it is stopped. */
  readonly grace: number;
}

export type WorkNews =
  | { readonly kind: "taken"; readonly job: TakenJob }
  | { readonly kind: "finished"; readonly job: TakenJob; readonly result: JobResult }
  | { readonly kind: "again"; readonly job: TakenJob; readonly reason: Diagnostic }
  | { readonly kind: "given-back"; readonly job: TakenJob }
  /** Another worker has it by now. */
  | { readonly kind: "lost"; readonly job: TakenJob }
  | { readonly kind: "away"; readonly error: EngineError }
  | { readonly kind: "back" };

export interface WorkMeans {
  readonly queue: JobQueue;
  readonly clock: Clock;
  /** As it signs what it did. */
  readonly name: string;
  readonly run: (job: TakenJob, stop: AbortSignal) => Promise<JobEnd>;
  /** Called when what it does has changed, and now and then. */
  readonly onBeat: (news: WorkerNews) => Promise<void>;
  readonly onNews: (news: WorkNews) => void;
  readonly stop: AbortSignal;
}

export interface WorkDone {
  readonly done: number;
  readonly failed: number;
  /** Whether work goes on in this process that was given back. */
  readonly isAbandoned: boolean;
}

export async function work(means: WorkMeans, request: WorkRequest): Promise<WorkDone> {
  return new WorkLoop(means, request).run();
}

/** Milliseconds between two looks where nothing waits. */
const POLL = 500;
/** Milliseconds between two signs of life, and between two of a job in hand. */
const BEAT = 3_000;

interface InHand {
  readonly job: TakenJob;
  readonly since: number;
  /** Aborted once it is another's, or was cancelled. */
  readonly lost: AbortController;
}

class WorkLoop {
  private readonly inHand = new Map<string, InHand>();
  private readonly over = new AbortController();
  private done = 0;
  private failed = 0;
  private left: number;
  private readonly patience: Patience;
  private telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly means: WorkMeans,
    private readonly request: WorkRequest,
  ) {
    this.left = request.until === "one" ? 1 : Number.POSITIVE_INFINITY;
    this.patience = new Patience({ ...means, over: this.over.signal });
  }

  async run(): Promise<WorkDone> {
    const beating = this.beat();
    const slots = Array.from({ length: this.request.concurrency }, () => this.slot());
    try {
      const isDone = await Promise.race([
        Promise.all(slots).then(() => true),
        this.graceOver().then(() => false),
      ]);
      if (!isDone) {
        for (const { job } of [...this.inHand.values()]) await this.giveBack(job);
      }
      return { done: this.done, failed: this.failed, isAbandoned: !isDone };
    } finally {
      // After a fault of ours too: who gives no sign of life loses what is in hand to others.
      this.over.abort();
      await beating;
    }
  }

  private async graceOver(): Promise<void> {
    const { stop, clock } = this.means;
    if (!stop.aborted) {
      await new Promise<void>((resolve) => {
        stop.addEventListener("abort", () => resolve(), { once: true });
      });
    }
    await clock.wait(this.request.grace, this.over.signal);
  }

  private async slot(): Promise<void> {
    const { stop, clock, queue, onNews } = this.means;
    while (!stop.aborted && this.left > 0) {
      this.left -= 1;
      const job = await this.patience.ask(() => queue.take(this.request.kinds));
      if (job === undefined || job === null) {
        this.left += 1;
        if (job === null && (await this.isEmpty())) return;
        await clock.wait(POLL, stop);
        continue;
      }
      onNews({ kind: "taken", job });
      const lost = new AbortController();
      this.inHand.set(job.id, { job, since: clock.now(), lost });
      await this.tell();
      await this.settle(job, await this.attempt(job, lost.signal));
    }
  }

  /** Others may bring back what they have in hand: it is empty once nothing waits, not even for later. */
  private async isEmpty(): Promise<boolean> {
    if (this.request.until === "stopped") return false;
    if (this.request.until === "one") return true;
    return (await this.patience.ask(() => this.means.queue.open(this.request.kinds))) === 0;
  }

  /** A fault of ours is one that another attempt may not meet; it is told as it is. */
  private async attempt(
    job: TakenJob,
    lost: AbortSignal,
  ): Promise<JobEnd & { readonly seconds: number }> {
    const { clock, run, stop } = this.means;
    const began = clock.now();
    const late = AbortSignal.any([stop, lost, this.expiry(job)]);
    const end = await run(job, late).catch((error: unknown): JobEnd => {
      return { kind: "again", reason: faultOf(error) };
    });
    return { ...end, seconds: (clock.now() - began) / 1000 };
  }

  private expiry({ expires }: TakenJob): AbortSignal {
    const late = new AbortController();
    void this.means.clock.wait(expires, this.over.signal).then(() => late.abort());
    return late.signal;
  }

  /** The engine may be away: what came of the job is kept until it is back, or the grace is over. */
  private async settle(job: TakenJob, end: JobEnd & { readonly seconds: number }): Promise<void> {
    const { queue, name, onNews } = this.means;
    const isMine = () => this.inHand.has(job.id);
    switch (end.kind) {
      case "finished": {
        const seconds = Math.round(end.seconds * 1000) / 1000;
        const result = asResult({ ...end.work, seconds, worker: name });
        const isKept = await this.patience.insist(() => queue.finish(job, result), isMine);
        if (!isMine()) return;
        if (result.outcome === "done") this.done += 1;
        else this.failed += 1;
        onNews(isKept === true ? { kind: "finished", job, result } : { kind: "lost", job });
        break;
      }
      case "again":
        await this.patience.insist(() => queue.again(job, end.reason), isMine);
        if (!isMine()) return;
        this.failed += 1;
        onNews({ kind: "again", job, reason: end.reason });
        break;
      case "stopped":
        await this.giveBack(job);
        break;
    }
    this.inHand.delete(job.id);
    await this.tell();
  }

  private async giveBack(job: TakenJob): Promise<void> {
    const held = this.inHand.get(job.id);
    if (held === undefined) return;
    this.inHand.delete(job.id);
    const isLost = held.lost.signal.aborted;
    if (!isLost) await this.patience.ask(() => this.means.queue.giveBack(job));
    this.means.onNews({ kind: isLost ? "lost" : "given-back", job });
  }

  private async beat(): Promise<void> {
    const { clock, queue } = this.means;
    while (!this.over.signal.aborted) {
      await this.tell();
      for (const { job, lost } of [...this.inHand.values()]) {
        // An engine that is away has given it to nobody.
        const isMine = await queue.keep(job).catch(() => true);
        if (!isMine && this.inHand.has(job.id)) lost.abort();
      }
      await clock.wait(BEAT, this.over.signal);
    }
  }

  /** One after the other: each tells of all that is in hand then. */
  private tell(): Promise<void> {
    this.telling = this.telling.then(() => this.tellNow());
    return this.telling;
  }

  private async tellNow(): Promise<void> {
    const { stop, onBeat } = this.means;
    const doing: Doing[] = [...this.inHand.values()].map(({ job, since }) => ({
      id: job.id,
      kind: job.kind,
      about: job.about,
      since: new Date(since).toISOString(),
      retry: job.retry,
    }));
    const state = stop.aborted ? "stopping" : doing.length > 0 ? "working" : "idle";
    await onBeat({ state, doing, done: this.done, failed: this.failed }).catch(() => undefined);
  }
}

type Signed = Extract<JobEnd, { kind: "finished" }>["work"] & { seconds: number; worker: string };

function asResult({ files, counts, unknown, diagnostics, ...rest }: Signed): JobResult {
  return {
    ...rest,
    files: [...files],
    counts: { ...counts },
    unknown: [...unknown],
    diagnostics: [...diagnostics],
  };
}

function faultOf(error: unknown): Diagnostic {
  if (error instanceof EngineError) {
    const { kind, engine, message, hint } = error;
    return { code: `engine-${kind}`, severity: "error", message: `${engine}: ${message}`, hint };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: "job-fault",
    severity: "error",
    message: `a fault of the program: ${message.slice(0, 500)}`,
    hint: "the worker's log has the whole of it; please report it",
  };
}
