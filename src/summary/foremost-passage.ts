/** An article that has to be heard on a theme in, the one passage of it that says most there out. */
import type { ArticleRange } from "../model/analysis.js";
import { bearingOf } from "./bearing.js";
import { type AnalysedArticle, findCandidates } from "./candidates.js";
import { meritsAmong, sumOf } from "./merits.js";

/** Without a passage on the theme its first one that stands alone speaks; null where it has none at all. */
export function foremostPassage(article: AnalysedArticle, theme: string): ArticleRange | null {
  const candidates = findCandidates(article, theme);
  const clear = candidates.filter(({ bearing }) => bearing !== null);
  const meritsOf = meritsAmong(candidates);
  const [best] = (clear.length > 0 ? clear : candidates)
    .map((candidate) => ({ candidate, merit: sumOf(meritsOf(candidate)) }))
    .sort((a, b) => b.merit - a.merit || a.candidate.position - b.candidate.position);
  if (best === undefined) return firstAlone(article);
  const { article: id, start, end } = best.candidate;
  return { article: id, start, end };
}

function firstAlone({ analysis, language }: AnalysedArticle): ArticleRange | null {
  const { article, passages } = analysis;
  const alone = passages.findIndex((passage, position) => {
    const bearing = passage.text === "" ? null : bearingOf(analysis, position, language);
    return bearing !== null && bearing.context === null;
  });
  const passage = passages[Math.max(0, alone)];
  return passage === undefined ? null : { article, start: passage.start, end: passage.end };
}
