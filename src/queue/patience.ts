/** Questions to an engine that may be away in, its answers out once it is back; that it is away is told once. */
import type { Clock } from "../host/clock.js";
import { EngineError } from "../host/engine-error.js";

export interface PatienceMeans {
  readonly clock: Clock;
  readonly onNews: (
    news: { readonly kind: "away"; readonly error: EngineError } | { readonly kind: "back" },
  ) => void;
  /** Aborted when nobody waits for an answer any more. */
  readonly over: AbortSignal;
}

/** Milliseconds before an engine that is away is asked again. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 5_000;

export class Patience {
  private isAway = false;

  constructor(private readonly means: PatienceMeans) {}

  /** @returns undefined where the engine is away, and whoever asks waited a while */
  async ask<T>(question: () => Promise<T>, wait = FIRST_WAIT): Promise<T | undefined> {
    const { clock, onNews, over } = this.means;
    try {
      const answer = await question();
      if (this.isAway) onNews({ kind: "back" });
      this.isAway = false;
      return answer;
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      if (!this.isAway) onNews({ kind: "away", error });
      this.isAway = true;
      await clock.wait(wait, over);
      return undefined;
    }
  }

  /** @returns undefined where the answer was not wanted any more before it came */
  async insist<T>(question: () => Promise<T>, isWanted: () => boolean): Promise<T | undefined> {
    const box: { answer?: { readonly value: T } } = {};
    const once = async () => {
      box.answer = { value: await question() };
    };
    for (let wait = FIRST_WAIT; isWanted() && !this.means.over.aborted; wait *= 2) {
      await this.ask(once, Math.min(wait, LONGEST_WAIT));
      if (box.answer !== undefined) return box.answer.value;
    }
    return undefined;
  }
}
