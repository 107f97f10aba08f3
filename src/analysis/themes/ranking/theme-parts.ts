/**
 * The phrase scores of a theme to three kinds of evidence in standard deviations: terms, wording, and
 * the articles most like each.
 */
import type { Bags } from "./bags.js";
import { meanOfNeighbours, type Neighbours } from "./neighbours.js";
import type { PhraseScore } from "./phrase-evidence.js";
import { standardScores } from "./standard-scores.js";
import { learnWording, type Wording } from "./wording.js";

/** Article by article, then example by example. */
interface Scores {
  readonly terms: Float64Array;
  readonly words: Float64Array;
  readonly neighbours: Float64Array;
}

export interface Parts extends Scores {
  readonly wording: Wording;
}

/**
 * The evidence beside each other. The wording is learnt twice: from the terms alone, then from the
 * articles that all of the evidence puts first among those with a term.
 */
export function learnParts(
  phrases: readonly PhraseScore[],
  scores: Float64Array,
  bags: Bags,
  neighbours: Neighbours,
): Parts {
  const terms = inDeviations(
    phrases.map(({ score }) => score ** TERM_ROOT),
    scores.length,
  );
  const near = standardScores(meanOfNeighbours(neighbours, scores));
  const first = standardScores(learnWording(bags, relevanceOf(scores)).scores);
  const early = { terms, words: first, neighbours: near };
  const sums = scores.map((score, row) => (score > 0 ? Math.max(0, sumOf(early, row)) : 0));
  const wording = learnWording(bags, relevanceOf(sums));
  return { terms, wording, words: standardScores(wording.scores), neighbours: near };
}

/** Below 1: further terms mostly say again what the first ones said. */
const TERM_ROOT = 0.7;

/** From 0 to 1, so that middling scores teach little. */
function relevanceOf(scores: Float64Array): Float64Array {
  const most = scores.reduce((high, score) => Math.max(high, score), 0);
  return scores.map((score) => (most === 0 ? 0 : (score / most) ** 2));
}

/** From 0 on, so that an article without terms can still score by how it is worded. */
function inDeviations(phrases: readonly number[], rows: number): Float64Array {
  const padded = new Float64Array(rows);
  padded.set(phrases);
  const standard = standardScores(padded);
  const least = standard.reduce((low, score) => Math.min(low, score), 0);
  return standard.map((score) => score - least);
}

/** Equal shares of each. */
export function sumOf({ terms, words, neighbours }: Scores, row: number): number {
  return (terms[row] ?? 0) + (words[row] ?? 0) + (neighbours[row] ?? 0);
}
