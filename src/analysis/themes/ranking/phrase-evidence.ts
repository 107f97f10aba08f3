/** Uses of a theme's terms to a score per article: BM25 (Robertson & Zaragoza, 2009) over phrases. */
import type { ThemeTerm } from "../../../model/analysis.js";
import type { ThemesFile } from "../../../model/lexicon.js";

export interface PhraseUse {
  readonly terms: readonly ThemeTerm[];
  /** Words of the article. */
  readonly length: number;
  /** Divides the score of an article that is not about the region of the lexicon. */
  readonly divisor: number;
}

export interface PhraseScore {
  readonly score: number;
  /** The terms with what each adds. */
  readonly terms: readonly ThemeTerm[];
}

/** @param uses of one theme, article by article */
export function scorePhrases(
  uses: readonly PhraseUse[],
  meanLength: number,
  weights: ThemesFile["weights"],
): PhraseScore[] {
  const holders = new Map<string, number>();
  for (const { terms } of uses) {
    for (const { term } of terms) holders.set(term, (holders.get(term) ?? 0) + 1);
  }
  return uses.map(({ terms, length, divisor }) => {
    const norm = K1 * (1 - B + (B * length) / Math.max(1, meanLength));
    const scored = terms.map((use) => {
      const frequency = use.count + TITLE_WEIGHT * use.inTitle;
      const saturated = (frequency * (K1 + 1)) / (frequency + norm);
      const level = weights[use.level] / Math.max(Number.EPSILON, weights.strong);
      return {
        ...use,
        points: level * rarityOf(holders.get(use.term) ?? 1, uses.length) * saturated,
      };
    });
    const sum = scored.reduce((total, { points }) => total + points, 0);
    return { score: Math.max(0, sum / divisor), terms: scored };
  });
}

const K1 = 1.2;
const B = 0.75;
/** A use in the title says as much as this many in the body. */
const TITLE_WEIGHT = 5;

function rarityOf(holders: number, articles: number): number {
  return Math.log(1 + (articles - holders + 0.5) / (holders + 0.5));
}
