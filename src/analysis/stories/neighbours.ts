/** Reports in the order of their days to those that each may share a story with, by an inverted index. */
import { PackedMap } from "../packed-map.js";
import { likeness, type Vector } from "./vectors.js";

export interface Report {
  /** Days since a fixed one; null where it is not known. */
  readonly day: number | null;
  readonly vector: Vector;
}

/** For each report the likeness of others by their position, both ways. */
export type Neighbours = readonly ReadonlyMap<number, number>[];

/** Terms of a report by which others are found: those that weigh most. */
const TERMS_WALKED = 64;
/** Earlier reports with a term that are looked at, the latest first. */
const LONGEST_WALK = 64;
/** Reports that one report is compared with, those that share most first. */
const MOST = 32;
/** Below this no average of any size is reached. */
const LEAST = 0.07;

export function findNeighbours(reports: readonly Report[]): Neighbours {
  const neighbours = reports.map(() => new Map<number, number>());
  const postings = new Postings(reports);
  for (const [at, report] of reports.entries()) {
    for (const other of postings.nearest(report, at)) {
      const like = likenessOf(report, reports[other]);
      if (like < LEAST) continue;
      neighbours[at]?.set(other, like);
      neighbours[other]?.set(at, like);
    }
  }
  return neighbours;
}

/** How like two reports are, in words and in time. */
export function likenessOf(first: Report, second: Report | undefined): number {
  if (second === undefined) return 0;
  const near = nearness(first.day, second.day);
  return near === 0 ? 0 : near * likeness(first.vector, second.vector);
}

/** Days over which reports of one event come in without more ado. */
const FRESH = 3;
/** Days after which a report is of another event, however like the first. */
const STALE = 33;

function nearness(first: number | null, second: number | null): number {
  if (first === null || second === null) return 1;
  const apart = Math.abs(first - second);
  return apart <= FRESH ? 1 : Math.max(0, 1 - (apart - FRESH) / (STALE - FRESH));
}

/** Which earlier reports hold a term: chains from the latest to the first, packed. */
class Postings {
  readonly #reports: readonly Report[];
  /** Last posting of each term, counted from 1. */
  readonly #last = new PackedMap();
  readonly #holders: Int32Array;
  readonly #weights: Float32Array;
  readonly #previous: Int32Array;
  readonly #sums: Float64Array;
  #size = 0;

  constructor(reports: readonly Report[]) {
    const all = reports.reduce((sum, { vector }) => sum + vector.terms.length, 0);
    this.#reports = reports;
    this.#holders = new Int32Array(all);
    this.#weights = new Float32Array(all);
    this.#previous = new Int32Array(all);
    this.#sums = new Float64Array(reports.length);
  }

  /** Takes the report in. @returns positions of the earlier reports that are likest by what was looked at */
  nearest(report: Report, at: number): number[] {
    const found: number[] = [];
    const { terms, weights } = report.vector;
    const least = leastOfHeaviest(weights, TERMS_WALKED);
    for (let index = 0; index < terms.length; index += 1) {
      const term = terms[index] ?? 0;
      const weight = weights[index] ?? 0;
      if (weight < least) continue;
      this.#walk(report.day, term, weight, found);
      this.#post(term, weight, at);
    }
    const sums = this.#sums;
    const like = found.filter((other) => (sums[other] ?? 0) >= LEAST / 2);
    like.sort((a, b) => (sums[b] ?? 0) - (sums[a] ?? 0) || a - b);
    for (const other of found) sums[other] = 0;
    return like.slice(0, MOST);
  }

  #walk(day: number | null, term: number, weight: number, found: number[]): void {
    let posting = this.#last.get(term) - 1;
    for (let step = 0; step < LONGEST_WALK && posting >= 0; step += 1) {
      const other = this.#holders[posting] ?? 0;
      const otherDay = this.#reports[other]?.day ?? null;
      if (day !== null && otherDay !== null && day - otherDay >= STALE) return;
      if (this.#sums[other] === 0) found.push(other);
      this.#sums[other] = (this.#sums[other] ?? 0) + weight * (this.#weights[posting] ?? 0);
      posting = this.#previous[posting] ?? -1;
    }
  }

  #post(term: number, weight: number, at: number): void {
    this.#holders[this.#size] = at;
    this.#weights[this.#size] = weight;
    this.#previous[this.#size] = this.#last.get(term) - 1;
    this.#size += 1;
    this.#last.set(term, this.#size);
  }
}

function leastOfHeaviest(weights: Float32Array, most: number): number {
  return weights.length <= most ? 0 : (weights.toSorted()[weights.length - most] ?? 0);
}
