/** From analysed articles to the passages that may speak for a theme, each with what choosing weighs. */
import type { ArticleAnalysis, Passage } from "../model/analysis.js";
import { splitWords } from "../text/words.js";
import { standsAlone } from "./standalone.js";

/** The words before a passage that make it understandable, as a range of the same article. */
interface Context {
  readonly start: number;
  readonly end: number;
}

export interface Candidate {
  readonly article: string;
  readonly start: number;
  readonly end: number;
  readonly theme: string;
  /** Score of the passage for the theme, from the lexicon. */
  readonly themeScore: number;
  /** Its share of the passage's best theme score: 1 where no theme fits better. */
  readonly themeShare: number;
  /** Ordinal among the article's passages, from 0. */
  readonly position: number;
  /** Folded words. */
  readonly words: readonly string[];
  /** Undefined where the passage stands alone, null where nothing near makes it understandable. */
  readonly context: Context | null | undefined;
}

/** Longest context that a statement may bring along, UTF-16 code units. */
const LONGEST_CONTEXT = 400;

export function findCandidates(
  analysis: ArticleAnalysis,
  language: string,
  theme: string,
): Candidate[] {
  return analysis.passages.flatMap((passage, position) => {
    const label = passage.themes.find((candidate) => candidate.id === theme);
    if (label === undefined) return [];
    const best = Math.max(...passage.themes.map((candidate) => candidate.score));
    return {
      article: analysis.article,
      start: passage.start,
      end: passage.end,
      theme,
      themeScore: label.score,
      themeShare: label.score / best,
      position,
      words: splitWords(passage.text).map((word) => word.folded),
      context: contextOf(analysis.passages, position, language),
    };
  });
}

/** The passage before, if that stands alone and is short enough to bring along. */
function contextOf(
  passages: readonly Passage[],
  position: number,
  language: string,
): Context | null | undefined {
  const passage = passages[position];
  if (passage === undefined || standsAlone(passage.text, language)) return undefined;
  const before = passages[position - 1];
  if (before === undefined || !standsAlone(before.text, language)) return null;
  if (before.end - before.start > LONGEST_CONTEXT) return null;
  return { start: before.start, end: before.end };
}
