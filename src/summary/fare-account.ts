/** From the rounds of a greedy choice to how each unit fared, for those who ask. */
import type { ScoreParts } from "../model/choice.js";
import type { Choosing, Unit } from "./method.js";
import { byPlace } from "./repeats.js";

/** What a unit was worth in a round. */
export interface Weighed {
  readonly score: number;
  readonly parts: ScoreParts;
}

/** A unit that competes in a round, and the words that it needs. */
interface Competing<T extends Unit> {
  readonly unit: T;
  readonly length: number;
}

const NOTHING: Weighed = { score: 0, parts: {} };

/** Weighs nothing where nobody asks. */
export class FareAccount<T extends Unit, I extends Competing<T>> {
  readonly #weighed = new Map<I, Weighed>();
  readonly #taken: I[] = [];

  constructor(readonly onFared: Choosing<T>["onFared"]) {}

  /** @param open those that compete for the next place, before it is known what fits */
  weigh(open: readonly I[], left: number, weigh: (item: I) => Weighed): void {
    if (this.onFared === undefined) return;
    for (const item of open) {
      this.#weighed.set(item, weigh(item));
      const { unit, length } = item;
      if (length > left)
        this.onFared({ unit, ...this.#of(item), lot: { kind: "too-long", length, left } });
    }
  }

  /** @param others those of `open` that do not say what the best one says */
  took(best: I, open: readonly I[], others: readonly I[]): void {
    if (this.onFared === undefined) return;
    this.#taken.push(best);
    const place = this.#taken.length;
    this.onFared({ unit: best.unit, ...this.#of(best), lot: { kind: "chosen", place } });
    const still = new Set(others);
    for (const item of open) {
      if (item === best || still.has(item)) continue;
      this.onFared({ unit: item.unit, ...this.#of(item), lot: { kind: "repeats", by: best.unit } });
    }
  }

  /** @param open those that are left: they rank as they did when the last place was taken */
  close(open: readonly I[]): void {
    if (this.onFared === undefined) return;
    const last = this.#taken.at(-1);
    const by = last?.unit ?? null;
    const byScore = last === undefined ? 0 : this.#of(last).score;
    const ranked = open
      .map((item) => ({ unit: item.unit, ...this.#of(item) }))
      .sort((a, b) => b.score - a.score || byPlace(a.unit, b.unit));
    for (const [index, item] of ranked.entries()) {
      const rank = this.#taken.length + index + 1;
      this.onFared({ ...item, lot: { kind: "outranked", by, byScore, rank } });
    }
  }

  #of(item: I): Weighed {
    return this.#weighed.get(item) ?? NOTHING;
  }
}
