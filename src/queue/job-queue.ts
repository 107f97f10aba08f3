/**
 * The queue of jobs. It gives a job at least once: one whose worker dies is given to another, and a
 * worker that was only thought dead finishes in vain. So every job must be harmless twice.
 */
import type { Diagnostic } from "../model/diagnostic.js";
import type { Backlog, Job, JobKind, JobOrder, JobResult, JobState } from "../model/job.js";

/** One attempt at a job: what a worker has in hand. */
export interface Attempt {
  readonly id: string;
  readonly kind: JobKind;
  /** Times that it was given back or taken up again before. */
  readonly retry: number;
}

export interface TakenJob extends Attempt {
  readonly order: JobOrder;
  readonly about: string;
  /** After so many milliseconds it is given to another worker. */
  readonly expires: number;
}

export interface Added {
  readonly id: string;
  readonly kind: JobKind;
  readonly about: string;
  /** `renewed`: it was waiting, and is done with the files as they are now; `running`: at work on the same. */
  readonly state: "queued" | "renewed" | "running";
}

export interface JobFilter {
  readonly states?: readonly JobState[];
  readonly kinds?: readonly JobKind[];
  /** Ids, or their beginnings. */
  readonly ids?: readonly string[];
  readonly limit: number;
}

/** What could be done to a job that a person named. */
export type Changed = "changed" | "not-there" | "not-so";

/** All methods throw `EngineError` where the engine does not do as it is told. */
export interface JobQueue {
  /** Once for all that is the same work: what waits already takes the new order in its place. */
  add(order: JobOrder, priority?: number): Promise<Added>;
  /** The next job of these kinds, first kinds first; null where none can be taken now. */
  take(kinds: readonly JobKind[]): Promise<TakenJob | null>;
  /** Says that a worker is still at it. @returns false where it is another's by now */
  keep(job: Attempt): Promise<boolean>;
  /** Keeps what came of a job. @returns false where it is another's by now */
  finish(job: Attempt, result: JobResult): Promise<boolean>;
  /** For another attempt after a while; the last one leaves it dead. */
  again(job: Attempt, reason: Diagnostic): Promise<void>;
  /** As if it had not been taken. */
  giveBack(job: Attempt): Promise<void>;
  /** Jobs that wait for a worker or for their next attempt, and those that no living worker has in hand. */
  open(kinds: readonly JobKind[]): Promise<number>;
  /** Latest first. */
  find(filter: JobFilter): Promise<readonly Job[]>;
  backlog(): Promise<readonly Omit<Backlog, "workers">[]>;
  /** A dead one to wait once more, a failed or cancelled one as well. */
  retry(id: string): Promise<Changed>;
  cancel(id: string): Promise<Changed>;
  close(): Promise<void>;
}
