/** Ranges of articles to the theme under which what holds between them is told. */
import type { ArticleAnalysis, ArticleRange } from "../../model/analysis.js";
import { spansIn } from "../spans.js";

/** The theme with the most evidence in the passages that the ranges touch; of equals the first by id. */
export function themeOfRanges(
  ranges: readonly ArticleRange[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
): string | null {
  const scores = new Map<string, number>();
  for (const range of ranges) {
    const passages = analyses.get(range.article)?.passages ?? [];
    for (const { themes } of spansIn(passages, range)) {
      for (const { id, score } of themes) scores.set(id, (scores.get(id) ?? 0) + score);
    }
  }
  const [best] = [...scores].sort(([a, first], [b, second]) => second - first || (a < b ? -1 : 1));
  return best?.[0] ?? null;
}
