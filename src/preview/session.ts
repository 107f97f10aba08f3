/**
 * A look in, its last good page out, made anew when something changed and somebody is looking; who
 * looks is told each step. What fails leaves the page that is there.
 */
import type { Diagnostic } from "../model/diagnostic.js";
import type { Coverage, Issue } from "../model/issue.js";
import { PDF } from "../render-issue.js";
import type { Timing } from "../stopwatch.js";
import type { Ask, Look, MadePage, PrintJob, Told } from "./protocol.js";
import type { News } from "./shapes.js";

export interface SessionTools {
  /** Makes issues and pages. */
  readonly make: Ask;
  /** Prints pages, so that the next page need not wait for the print of the last. */
  readonly print: Ask;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Counts the pages of all looks. */
  readonly nextRevision: () => number;
}

/** The last page that could be made. */
export interface Good {
  readonly revision: number;
  /** When it was made, milliseconds since 1970. */
  readonly at: number;
  readonly issue: Issue;
  readonly coverage: Coverage;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

export interface SessionState {
  readonly good: Good | null;
  /** Whether the latest making gave it. */
  readonly isGood: boolean;
  readonly diagnostics: readonly Diagnostic[];
  readonly timings: readonly Timing[];
  /** When the latest making ended, milliseconds since 1970. */
  readonly at: number;
}

interface ToPrint {
  readonly revision: number;
  readonly job: PrintJob;
  /** When the change was noticed. */
  readonly since: number;
}

/** A making; `seen` when its page is there or it failed. */
interface Underway {
  readonly seen: Promise<void>;
  readonly done: Promise<void>;
}

export type Listener = (news: News) => void;

export class Session {
  #state: SessionState = { good: null, isGood: false, diagnostics: [], timings: [], at: 0 };
  /** Of the latest good page or one before it. */
  #pdf: { readonly revision: number; readonly bytes: Uint8Array } | null = null;
  readonly #listeners = new Set<Listener>();
  /** Whether something changed since the latest making began. */
  #isStale = true;
  #making: Underway | null = null;
  #printing: Promise<void> | null = null;
  #toPrint: ToPrint | null = null;

  constructor(
    readonly look: Look,
    private readonly tools: SessionTools,
  ) {}

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  /** @returns ends it */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The state once everything that changed so far is in it. */
  async state(): Promise<SessionState> {
    if (this.#making !== null && !this.#isStale) await this.#making.seen;
    while (this.#isStale) {
      if (this.#making !== null) await this.#making.done;
      else await this.#makeOnce([], this.tools.now()).seen;
    }
    return this.#state;
  }

  /** The state as it is. */
  get known(): SessionState {
    return this.#state;
  }

  /** Revision of the last print; null where there is none yet. */
  get printed(): number | null {
    return this.#pdf?.revision ?? null;
  }

  /** Bytes of a file of the last good page. */
  fileOf(path: string): Uint8Array | null {
    if (path === PDF) return this.#pdf?.bytes ?? null;
    return this.#state.good?.files.get(path) ?? null;
  }

  /**
   * Something that it is made from changed; it is made anew where somebody watches it.
   * @param since when the change was noticed, milliseconds since 1970
   */
  changed(files: readonly string[], since: number): void {
    this.#isStale = true;
    if (this.isWatched) void this.#makeAll(files, since);
  }

  tell(news: News): void {
    for (const listener of this.#listeners) listener(news);
  }

  async #makeAll(files: readonly string[], since: number): Promise<void> {
    if (this.#making !== null) await this.#making.done;
    while (this.#isStale) await this.#makeOnce(files, since).done;
  }

  /** One making at a time: who comes while one is under way waits for it. */
  #makeOnce(files: readonly string[], since: number): Underway {
    if (this.#making !== null) return this.#making;
    const { promise: seen, resolve } = Promise.withResolvers<void>();
    const done = this.#make(files, since, resolve).finally(() => {
      this.#making = null;
      resolve();
    });
    this.#making = { seen, done };
    return this.#making;
  }

  async #make(files: readonly string[], since: number, seen: () => void): Promise<void> {
    this.#isStale = false;
    const { brief, issue } = this.look;
    this.tell({ kind: "making", brief, issue, files });
    const onTold = (told: Told) => {
      if (told.kind !== "page") return;
      this.#show(told.page, since);
      seen();
    };
    const making = await this.tools.make<"make">({ kind: "make", look: this.look }, onTold);
    const { diagnostics, timings } = making;
    const { good, at } = this.#state;
    if (making.kind === "failed") {
      this.#state = { good, isGood: false, diagnostics, timings, at: this.tools.now() };
      this.tell({ kind: "failed", diagnostics, lastGood: good?.revision ?? null });
    } else if (good !== null) {
      this.#state = { good, isGood: true, diagnostics, timings, at };
      this.#print({ revision: good.revision, job: making.print, since });
    }
  }

  #show({ issue, coverage, files, diagnostics, timings }: MadePage, since: number): void {
    const at = this.tools.now();
    const revision = this.tools.nextRevision();
    const good = { revision, at, issue, coverage, files };
    this.#state = { good, isGood: true, diagnostics, timings, at };
    this.tell({ kind: "html", revision, ms: Math.round(at - since) });
    this.tell({ kind: "issue", revision, diagnostics });
  }

  /** The latest page only: one that was overtaken while another was printed is never printed. */
  #print(job: ToPrint): void {
    this.#toPrint = job;
    this.#printing ??= this.#printAll().finally(() => {
      this.#printing = null;
    });
  }

  async #printAll(): Promise<void> {
    for (let next = this.#toPrint; next !== null; next = this.#toPrint) {
      this.#toPrint = null;
      const { revision, job, since } = next;
      const { bytes, diagnostics } = await this.tools.print<"print">({ kind: "print", job });
      if (bytes !== null) {
        this.#pdf = { revision, bytes };
        this.tell({ kind: "pdf", revision, ms: Math.round(this.tools.now() - since) });
      }
      if (this.#state.good?.revision !== revision || diagnostics.length === 0) continue;
      const all = [...this.#state.diagnostics, ...diagnostics];
      this.#state = { ...this.#state, diagnostics: all };
      this.tell({ kind: "issue", revision, diagnostics: all });
    }
  }
}
