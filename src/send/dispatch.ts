/**
 * Deliveries that are due in, each handed over at most once and settled in the ledger out. The ledger has
 * every one of them as `sending` before it leaves; where it does not do as it is told, nothing leaves.
 */
import type { Clock } from "../host/clock.js";
import type { HandOver, RawMessage, Relay } from "../host/relay.js";
import { telemetry } from "../host/telemetry.js";
import { type Begun, type Ledger, LedgerError, type Settlement } from "../ledger/index.js";
import type { DeliveryKey } from "../model/delivery.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { backOff } from "./back-off.js";
import { batchOver } from "./ledger-batch.js";
import { outcomeOf, relayTrouble } from "./outcome.js";
import { paceOf } from "./pace.js";
import { steadyClock } from "./steady-clock.js";
import { workQueue } from "./work-queue.js";

/** One that is to go out. */
export interface Consignment {
  readonly key: DeliveryKey;
  readonly address: string;
  /** Attempts at it so far. */
  readonly attempts: number;
  /** Milliseconds from the beginning of the run on; 0 for at once. */
  readonly wait: number;
}

export interface MadeMessage extends RawMessage {
  readonly messageId: string | null;
  /** SHA-256 of a copy of its own. */
  readonly copy: string | null;
}

/** What is told while it happens. */
export type DispatchStep =
  | {
      readonly kind: "settled";
      readonly one: Consignment;
      readonly settlement: Settlement;
      readonly attempt: number;
      /** False where it could not be written: the ledger has it as `sending`, which turns into `unknown`. */
      readonly isWritten: boolean;
    }
  /** The ledger knew better than the plan. */
  | { readonly kind: "held"; readonly one: Consignment; readonly begun: Begun }
  | {
      readonly kind: "unmade";
      readonly one: Consignment;
      readonly diagnostics: readonly Diagnostic[];
    };

/** Why a run came to its end. */
export type DispatchEnd =
  | { readonly kind: "done" }
  /** Somebody asked for it. */
  | { readonly kind: "stopped" }
  /** The moment from which, or until which, it may be sent. */
  | { readonly kind: "too-early" | "too-late" }
  | { readonly kind: "relay"; readonly response: string }
  | { readonly kind: "ledger"; readonly error: LedgerError };

export interface DispatchMeans {
  readonly ledger: Ledger;
  readonly relay: Relay;
  readonly clock: Clock;
  /** The message of one; diagnostics where it cannot be made. */
  readonly make: (one: Consignment) => Promise<MadeMessage | readonly Diagnostic[]>;
  readonly limits: DispatchLimits;
  /** Milliseconds since 1970; null for no such moment. */
  readonly from: number | null;
  readonly until: number | null;
  /** Whether unknown ones may be begun again. */
  readonly again: boolean;
  readonly stop: AbortSignal;
  readonly onStep: (step: DispatchStep) => void;
}

export interface DispatchLimits {
  /** Messages at once. */
  readonly connections: number;
  readonly perMinute: number | undefined;
  /** At one recipient. */
  readonly attempts: number;
  /** Milliseconds before the second attempt; twice as long before each further one. */
  readonly retryMs: number;
}

/** Pauses in a row for a server that takes nothing, before the run ends. */
const PAUSES = 3;

export async function dispatch(
  consignments: readonly Consignment[],
  means: DispatchMeans,
): Promise<DispatchEnd> {
  const run = new Dispatch(consignments, means);
  const count = Math.min(means.limits.connections, consignments.length);
  const ended = await Promise.allSettled(Array.from({ length: count }, () => run.work()));
  run.settleLeft();
  for (const worker of ended) if (worker.status === "rejected") throw worker.reason;
  return run.end;
}

class Dispatch {
  private readonly clock: Clock;
  private readonly pace: ReturnType<typeof paceOf>;
  private readonly write: ReturnType<typeof batchOver>;
  private readonly queue: ReturnType<typeof workQueue<Consignment>>;
  private ended: DispatchEnd | null = null;
  private inHand = 0;
  /** Ends the waiting of those who wait for what is in hand. */
  private turn = Promise.withResolvers<void>();
  private hasAccepted = false;
  /** How often it went wrong with the server itself since it last took a message, and until when it is let be. */
  private trouble = { times: 0, until: 0 };
  private readonly left: Parameters<Dispatch["tell"]>[] = [];

  constructor(
    consignments: readonly Consignment[],
    private readonly means: DispatchMeans,
  ) {
    this.clock = steadyClock(means.clock);
    this.pace = paceOf(means.limits.perMinute, this.clock);
    this.write = batchOver(means.ledger);
    this.queue = workQueue(consignments.filter(({ wait }) => wait <= 0));
    const now = this.clock.now();
    for (const one of consignments) if (one.wait > 0) this.queue.add(one, now + one.wait);
  }

  get end(): DispatchEnd {
    if (this.ended !== null) return this.ended;
    return this.queue.size > 0 ? { kind: "stopped" } : { kind: "done" };
  }

  private get isOver(): boolean {
    return this.ended !== null || this.means.stop.aborted;
  }

  async work(): Promise<void> {
    for (let one = await this.next(); one !== null; one = await this.next()) {
      this.inHand += 1;
      try {
        await this.deliver(one);
      } catch (error) {
        // A fault of ours: the others end what they have in hand.
        this.ended ??= { kind: "stopped" };
        throw error;
      } finally {
        this.inHand -= 1;
        this.turn.resolve();
        this.turn = Promise.withResolvers();
      }
    }
  }

  /** The next that is due; null where nothing is left, or nothing more may go. */
  private async next(): Promise<Consignment | null> {
    while (!this.isOver) {
      const now = this.clock.now();
      const due = this.queue.nextDue();
      if (due === null && this.inHand === 0) return null;
      if (due === null) await this.turn.promise;
      else if (Math.max(due, this.trouble.until) > now) {
        await this.clock.wait(Math.max(due, this.trouble.until) - now, this.means.stop);
      } else return this.queue.take(now);
    }
    return null;
  }

  private async deliver(one: Consignment): Promise<void> {
    await this.pace(this.means.stop);
    const made = this.mayGo() ? await this.means.make(one) : null;
    if (made === null) return this.putBack(one);
    if (!("raw" in made)) return this.means.onStep({ kind: "unmade", one, diagnostics: made });
    if (!this.mayGo()) return this.putBack(one);
    const begun = await this.begin(one, made);
    if (begun === null) return this.putBack(one);
    if (begun.kind !== "begun") return this.means.onStep({ kind: "held", one, begun });
    // Another may have learned meanwhile that the ledger takes nothing more.
    if (this.ended?.kind === "ledger") return this.release(one);
    await this.settle(one, await this.hand(made));
  }

  /** Nothing of it has happened. */
  private putBack(one: Consignment): void {
    this.queue.add(one, this.clock.now());
  }

  private mayGo(): boolean {
    if (this.isOver) return false;
    const { from, until, clock } = this.means;
    if (from !== null && clock.now() < from) this.ended = { kind: "too-early" };
    if (until !== null && clock.now() >= until) this.ended = { kind: "too-late" };
    return this.ended === null;
  }

  private async begin(one: Consignment, made: MadeMessage): Promise<Begun | null> {
    const { messageId, copy } = made;
    const beginning = { address: one.address, messageId, copy, at: this.instant() };
    try {
      return await this.write((ledger) => ledger.begin(one.key, beginning, this.means.again));
    } catch (error) {
      this.endByLedger(error);
      return null;
    }
  }

  /** Whatever goes wrong from here on, it may have been taken. */
  private async hand(made: MadeMessage): Promise<HandOver> {
    try {
      return await this.means.relay.hand(made);
    } catch (error) {
      return { kind: "unknown", response: error instanceof Error ? error.message : String(error) };
    }
  }

  private async settle(one: Consignment, handed: HandOver): Promise<void> {
    const { limits } = this.means;
    const attempt = one.attempts + 1;
    const outcome = outcomeOf(handed, attempt, limits);
    const now = this.clock.now();
    this.mindRelay(handed, now);
    if (outcome.wait !== null) {
      const tried = { ...one, attempts: outcome.isAttempt ? attempt : one.attempts };
      this.queue.add(tried, now + outcome.wait);
    }
    const next = outcome.wait === null ? null : this.instant(outcome.wait);
    const { state, response, isAttempt } = outcome;
    const settlement = { state, response, isAttempt, next, at: this.instant() };
    await this.put(one, settlement, attempt);
  }

  /** Begun, and not handed over. */
  private async release(one: Consignment): Promise<void> {
    const at = this.instant();
    const response = "not handed over: the ledger could not be written";
    const settlement = { state: "deferred", response, at, next: at, isAttempt: false } as const;
    this.left.push([one, settlement, one.attempts]);
  }

  private async put(one: Consignment, settlement: Settlement, attempt: number): Promise<void> {
    try {
      await this.write((ledger) => ledger.settle(one.key, settlement));
      this.tell(one, settlement, attempt);
    } catch (error) {
      this.endByLedger(error);
      this.left.push([one, settlement, attempt]);
    }
  }

  private tell(one: Consignment, settlement: Settlement, attempt: number, isWritten = true): void {
    const { state } = settlement;
    telemetry().count("brief.deliveries", 1, { state, channel: one.key.channel });
    this.means.onStep({ kind: "settled", one, settlement, attempt, isWritten });
  }

  /** What could not be written when it happened: once more, each by itself. */
  async settleLeft(): Promise<void> {
    for (const [one, settlement, attempt] of this.left) {
      let isWritten = true;
      try {
        await this.means.ledger.settle(one.key, settlement);
      } catch (error) {
        this.endByLedger(error);
        isWritten = false;
      }
      this.tell(one, settlement, attempt, isWritten);
    }
  }

  /** A server that takes nothing is let be for a while; the first message of a run decides at once. */
  private mindRelay(handed: HandOver, now: number): void {
    const kind = relayTrouble(handed);
    if (handed.kind === "accepted") this.hasAccepted = true;
    if (kind === "none") this.trouble = { times: 0, until: 0 };
    if (kind === "none" || now < this.trouble.until) return;
    const times = this.trouble.times + 1;
    this.trouble = { times, until: now + backOff(times, this.means.limits.retryMs) };
    if (kind === "lasting" || !this.hasAccepted || times > PAUSES) {
      this.ended ??= { kind: "relay", response: handed.response };
    }
  }

  private endByLedger(error: unknown): void {
    if (!(error instanceof LedgerError)) throw error;
    if (this.ended?.kind !== "ledger") this.ended = { kind: "ledger", error };
  }

  private instant(after = 0): string {
    return new Date(this.means.clock.now() + after).toISOString();
  }
}
