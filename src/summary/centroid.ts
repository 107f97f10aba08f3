/**
 * From candidates to the few that stand for them: greedy choice of the set whose words lie nearest
 * to the centroid of all (Radev et al., 2004), with the lead's and other origins' support.
 */
import type { ArticleRange } from "../model/analysis.js";
import type { Candidate } from "./candidates.js";

export interface Weights {
  /** For standing early in the article, as `lead / sqrt(1 + position)`. */
  readonly lead: number;
  /** For another origin that reports the same event. */
  readonly support: number;
  /** For the lexicon's evidence, as a share of the strongest candidate's. */
  readonly theme: number;
  /** For saying what the article's title says. */
  readonly title: number;
  /** Against a passage that needs the sentence before it. */
  readonly context: number;
}

/** Lead and support as measured on news summaries; the others on the themes' own passages. */
export const WEIGHTS: Weights = { lead: 0.1, support: 0.3, theme: 0.5, title: 0.3, context: 0.2 };

/** Two candidates that share more of their words than this say the same. */
const SAME = 0.6;

/**
 * @param supportsOf passages of other origins that report a candidate's event; one speaks for all
 * @returns at most `limit` candidates, best first; ties by article and position
 */
export function chooseByCentroid(
  candidates: readonly Candidate[],
  limit: number,
  supportsOf: (candidate: Candidate) => readonly ArticleRange[],
  weights: Weights = WEIGHTS,
): Candidate[] {
  const vectors = new Map(candidates.map((c) => [c, vectorOf(c, candidates)]));
  const centroid = sum([...vectors.values()]);
  const strongest = candidates.reduce((most, c) => Math.max(most, c.themeScore), 1);
  const merit = (c: Candidate) =>
    weights.lead / Math.sqrt(1 + c.position) +
    weights.support * Math.min(1, supportsOf(c).length) +
    (weights.theme * c.themeScore * c.themeShare) / strongest +
    weights.title * c.titleShare -
    (c.leans ? weights.context : 0);
  const chosen: Candidate[] = [];
  let total: Vector = new Map();
  let open = [...candidates].sort(byPlace);
  while (chosen.length < limit && open.length > 0) {
    const scored = open.map((c) => ({
      candidate: c,
      score: cosine(sum([total, vectors.get(c) ?? new Map()]), centroid) + merit(c),
    }));
    const best = scored.reduce((a, b) => (b.score > a.score ? b : a)).candidate;
    const vector = vectors.get(best) ?? new Map();
    chosen.push(best);
    total = sum([total, vector]);
    const supports = supportsOf(best);
    const repeats = (c: Candidate) =>
      c === best ||
      supports.some(({ article, start }) => article === c.article && start === c.start) ||
      cosine(vectors.get(c) ?? new Map(), vector) >= SAME;
    open = open.filter((c) => !repeats(c));
  }
  return chosen;
}

type Vector = Map<string, number>;

/** Term frequency times inverse frequency over the candidates. */
function vectorOf(candidate: Candidate, all: readonly Candidate[]): Vector {
  const vector: Vector = new Map();
  for (const word of candidate.words) vector.set(word, (vector.get(word) ?? 0) + 1);
  const frequency = frequenciesOf(all);
  for (const [word, count] of vector) {
    vector.set(word, count * Math.log(1 + all.length / (frequency.get(word) ?? 1)));
  }
  return vector;
}

const frequencies = new WeakMap<readonly Candidate[], Map<string, number>>();

function frequenciesOf(all: readonly Candidate[]): Map<string, number> {
  const kept = frequencies.get(all);
  if (kept !== undefined) return kept;
  const counted = new Map<string, number>();
  for (const candidate of all) {
    for (const word of new Set(candidate.words)) counted.set(word, (counted.get(word) ?? 0) + 1);
  }
  frequencies.set(all, counted);
  return counted;
}

function sum(vectors: readonly Vector[]): Vector {
  const total: Vector = new Map();
  for (const vector of vectors) {
    for (const [word, weight] of vector) total.set(word, (total.get(word) ?? 0) + weight);
  }
  return total;
}

function cosine(a: Vector, b: Vector): number {
  let dot = 0;
  for (const [word, weight] of a) dot += weight * (b.get(word) ?? 0);
  const norms = Math.sqrt(normOf(a) * normOf(b));
  return norms === 0 ? 0 : dot / norms;
}

function normOf(vector: Vector): number {
  let total = 0;
  for (const weight of vector.values()) total += weight * weight;
  return total;
}

function byPlace(a: Candidate, b: Candidate): number {
  if (a.article !== b.article) return a.article < b.article ? -1 : 1;
  return a.start - b.start;
}
