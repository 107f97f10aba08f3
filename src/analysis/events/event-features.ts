/** The passages of all articles to what of them is compared, by number: words, names, days of the main clause. */
import { rarityOf, type TermSet, termSet } from "../../text/similarity.js";
import { PackedNumbers } from "../packed-numbers.js";
import type { EventPassage } from "./events.js";
import type { PassageTerms } from "./passage-terms.js";

/** An article's passages as they are compared, and the events they tell once somebody asks. */
export interface ToldArticle {
  readonly terms: PassageTerms;
  /** Passages with a mention of a day. */
  readonly dated: readonly { readonly passage: number; readonly days: readonly string[] }[];
  readonly events: () => readonly EventPassage[];
}

/** Features of more passages than this tell nothing apart and are not used to find pairs. */
const LONGEST_POSTING = 60;
const LONGEST_DAY = 500;

/** All passages by their places in one row, the terms of each by number. */
export class NumberedPassages {
  readonly count: number;
  readonly #articles: readonly ToldArticle[];
  /** Of each passage. */
  readonly #articleOf: Int32Array;
  /** Of each article the first passage. */
  readonly #firsts: Int32Array;
  /** Where the words of each passage begin and where its names do, and the end of all. */
  readonly #starts: Int32Array;
  readonly #numbers: Int32Array;
  readonly #counts: Int32Array;
  readonly rarities: Float64Array;
  readonly #words: (TermSet | undefined)[] = [];
  readonly #names: (Int32Array | undefined)[] = [];

  constructor(articles: readonly ToldArticle[]) {
    const passages = articles.reduce((sum, { terms }) => sum + terms.negated.length, 0);
    const all = articles.reduce((sum, { terms }) => sum + terms.hashes.length, 0);
    const known = new PackedNumbers();
    this.count = passages;
    this.#articles = articles;
    this.#articleOf = new Int32Array(passages);
    this.#firsts = new Int32Array(articles.length);
    this.#starts = new Int32Array(2 * passages + 1);
    this.#numbers = new Int32Array(all);
    let [passage, size] = [0, 0];
    for (const [index, { terms }] of articles.entries()) {
      const { hashes, starts, negated } = terms;
      this.#firsts[index] = passage;
      this.#articleOf.fill(index, passage, passage + negated.length);
      for (const [at, start] of starts.entries()) this.#starts[2 * passage + at] = size + start;
      for (const hash of hashes) {
        this.#numbers[size] = known.count(hash);
        size += 1;
      }
      passage += negated.length;
    }
    this.#counts = known.counts;
    this.rarities = Float64Array.from(this.#counts, (count) => rarityOf(count, passages));
  }

  articleOf(passage: number): number {
    return this.#articleOf[passage] ?? 0;
  }

  /** Negates or denies what it tells. */
  isTurned(passage: number): boolean {
    const article = this.articleOf(passage);
    return this.#articles[article]?.terms.negated[passage - (this.#firsts[article] ?? 0)] !== 0;
  }

  eventOf(passage: number): EventPassage {
    const article = this.articleOf(passage);
    const event = this.#articles[article]?.events()[passage - (this.#firsts[article] ?? 0)];
    if (event === undefined) throw new Error("every passage that is numbered has an event");
    return event;
  }

  /** What a passage tells, names aside. */
  wordsOf(passage: number): TermSet {
    const start = this.#starts[2 * passage] ?? 0;
    const end = this.#starts[2 * passage + 1] ?? 0;
    const words =
      this.#words[passage] ?? termSet(this.#numbers.subarray(start, end), this.rarities);
    this.#words[passage] = words;
    return words;
  }

  /** Entities and unknown names, ascending. */
  namesOf(passage: number): Int32Array {
    const start = this.#starts[2 * passage + 1] ?? 0;
    const end = this.#starts[2 * passage + 2] ?? 0;
    const names = this.#names[passage] ?? this.#numbers.slice(start, end).sort();
    this.#names[passage] = names;
    return names;
  }

  /** Names of too many passages tell nothing apart. */
  isTelling(name: number): boolean {
    return (this.#counts[name] ?? 0) <= Math.max(2, this.count / 5);
  }

  /** Pairs of passages that share a day, or two features that are not everywhere, each pair once. */
  *pairs(): Generator<readonly [number, number]> {
    const postings = this.#postings();
    const days = this.#days();
    const shared = new Uint16Array(this.count);
    for (let passage = 0; passage < this.count; passage += 1) {
      const touched: number[] = [];
      const count = (other: number, weight: number) => {
        const before = shared[other] ?? 0;
        if (before === 0) touched.push(other);
        shared[other] = before + weight;
      };
      const end = this.#starts[2 * passage + 2] ?? 0;
      for (let at = this.#starts[2 * passage] ?? 0; at < end; at += 1) {
        const number = this.#numbers[at] ?? 0;
        const from = postings.starts[number] ?? 0;
        for (let place = (postings.starts[number + 1] ?? 0) - 1; place >= from; place -= 1) {
          const other = postings.passages[place] ?? 0;
          if (other <= passage) break;
          count(other, 1);
        }
      }
      for (const same of days.get(passage) ?? []) {
        for (const other of same) if (other > passage) count(other, 2);
      }
      for (const other of touched) {
        const isPair =
          (shared[other] ?? 0) >= 2 && this.articleOf(other) !== this.articleOf(passage);
        shared[other] = 0;
        if (isPair) yield [passage, other];
      }
    }
  }

  /** By number the passages that hold it, in rising order; none where it finds nobody. */
  #postings(): { readonly starts: Int32Array; readonly passages: Int32Array } {
    const isUsed = (count: number) => count > 1 && count <= LONGEST_POSTING;
    const starts = new Int32Array(this.#counts.length + 1);
    for (const [number, count] of this.#counts.entries()) {
      starts[number + 1] = (starts[number] ?? 0) + (isUsed(count) ? count : 0);
    }
    const passages = new Int32Array(starts[this.#counts.length] ?? 0);
    const next = starts.slice();
    for (let passage = 0; passage < this.count; passage += 1) {
      const end = this.#starts[2 * passage + 2] ?? 0;
      for (let at = this.#starts[2 * passage] ?? 0; at < end; at += 1) {
        const number = this.#numbers[at] ?? 0;
        if (!isUsed(this.#counts[number] ?? 0)) continue;
        const place = next[number] ?? 0;
        passages[place] = passage;
        next[number] = place + 1;
      }
    }
    return { starts, passages };
  }

  /**
   * Of each passage with a day of its own main clause the passages of that day: worth comparing
   * whatever their words. Clauses are read where a second passage mentions the day.
   */
  #days(): ReadonlyMap<number, readonly (readonly number[])[]> {
    const mentioned = new Map<string, number>();
    for (const { dated } of this.#articles) {
      for (const { days } of dated) {
        for (const day of days) mentioned.set(day, (mentioned.get(day) ?? 0) + 1);
      }
    }
    const byDay = new Map<string, number[]>();
    const byPassage = new Map<number, readonly string[]>();
    for (const [article, { dated }] of this.#articles.entries()) {
      for (const { passage: own, days } of dated) {
        if (days.every((day) => mentioned.get(day) === 1)) continue;
        const passage = (this.#firsts[article] ?? 0) + own;
        const main = mainDaysOf(this.eventOf(passage));
        byPassage.set(passage, main);
        for (const day of main) {
          const same = byDay.get(day);
          if (same === undefined) byDay.set(day, [passage]);
          else same.push(passage);
        }
      }
    }
    const isTelling = (same: readonly number[]) => same.length > 1 && same.length <= LONGEST_DAY;
    return new Map(
      [...byPassage].map(([passage, days]) => [
        passage,
        days.map((day) => byDay.get(day) ?? []).filter(isTelling),
      ]),
    );
  }
}

function mainDaysOf({ dates }: EventPassage): readonly string[] {
  const days = dates
    .filter(({ isMain, mention }) => isMain && mention.precision === "day")
    .map(({ mention }) => mention.from);
  return [...new Set(days)];
}
