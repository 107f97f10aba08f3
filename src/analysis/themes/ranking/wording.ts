/**
 * Articles that hold a theme's terms to the words that go with the theme, and every article to how
 * much it speaks in them: pseudo-relevance feedback (RM3: Abdul-Jaleel et al., 2004) by log-odds.
 */
import type { Bag, Bags } from "./bags.js";

export interface Wording {
  /** Per article, in the order of the bags. */
  readonly scores: Float64Array;
  /** Per stem: what a use of it speaks for the theme, or against it. */
  readonly odds: Float64Array;
}

/** @param relevance of every article, from 0 to 1: how surely it is on the theme */
export function learnWording({ bags, words }: Bags, relevance: Float64Array): Wording {
  const odds = logOdds(bags, words.length, relevance);
  return { odds, scores: Float64Array.from(bags, (bag) => speaks(bag, odds)) };
}

/**
 * Mass of the background that is mixed into the theme's model: as a handful of articles use many words
 * by chance, a word must stand out many times over before it counts for much.
 */
const BACKGROUND = 5;

function logOdds(bags: readonly Bag[], size: number, relevance: Float64Array): Float64Array {
  const onTheme = new Float64Array(size);
  const everywhere = new Float64Array(size);
  let themeMass = 0;
  let mass = 0;
  for (const [index, { stems, weights }] of bags.entries()) {
    const share = relevance[index] ?? 0;
    for (let at = 0; at < stems.length; at += 1) {
      const stem = stems[at] ?? 0;
      const weight = weights[at] ?? 0;
      everywhere[stem] = (everywhere[stem] ?? 0) + weight;
      mass += weight;
      if (share === 0) continue;
      onTheme[stem] = (onTheme[stem] ?? 0) + share * weight;
      themeMass += share * weight;
    }
  }
  if (themeMass === 0) return new Float64Array(size);
  return onTheme.map((used, stem) => {
    const lift = used / themeMass / ((everywhere[stem] ?? 0) / mass);
    return Math.log((lift + BACKGROUND) / (1 + BACKGROUND));
  });
}

/** Over the root of the length: long articles say more, and more of everything. */
function speaks({ stems, weights }: Bag, odds: Float64Array): number {
  let sum = 0;
  let length = 0;
  for (let at = 0; at < stems.length; at += 1) {
    const weight = weights[at] ?? 0;
    sum += (odds[stems[at] ?? 0] ?? 0) * weight;
    length += weight;
  }
  return length === 0 ? 0 : sum / Math.sqrt(length);
}
