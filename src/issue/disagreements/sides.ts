/** From a finding's operands to the sides of a disagreement: words, speaker, carriers, figure, date. */
import { mainDateIn, spansIn } from "../../analysis/index.js";
import type { ArticleAnalysis, ArticleRange } from "../../model/analysis.js";
import type { Citation, DisagreementSide, Finding } from "../../model/issue.js";
import type { Lexicon } from "../../model/lexicon.js";
import { type ArticlesById, cite, makeStatement } from "../statements.js";
import { speakerOf } from "../theme-slots.js";

export interface SideContext {
  readonly articles: ArticlesById;
  readonly analyses: ReadonlyMap<string, ArticleAnalysis>;
  readonly lexicon: Lexicon;
  /** Passages of other origins that report the same event. */
  readonly supportsOf: (range: ArticleRange) => readonly ArticleRange[];
}

/** One side for each operand, in their order. */
export function tellingSides(finding: Finding, context: SideContext): DisagreementSide[] {
  const values = finding.params.values;
  const figures = Array.isArray(values) ? values.map(String) : [];
  return finding.citations.map((citation, index) => {
    const figure = figures[index] ?? null;
    return sideOf(citation, "tells", figure, context);
  });
}

/** What those articles tell of the event that leave out a part of it. */
export function omittingSides(finding: Finding, context: SideContext): DisagreementSide[] {
  const [answer] = finding.citations;
  if (finding.kind !== "absent-from" || answer === undefined) return [];
  return [finding.params.absent ?? []].flat().flatMap((article) => {
    const passage = tellingBeside(answer, String(article), context);
    return passage === null ? [] : [sideOf(passage, "omits", null, context)];
  });
}

/** The passage that tells the same as the nearest one to what is left out. */
function tellingBeside(
  left: Citation,
  article: string,
  { analyses, supportsOf }: SideContext,
): ArticleRange | null {
  const passages = analyses.get(left.article)?.passages ?? [];
  const near = passages
    .map(({ start, end }) => ({ article: left.article, start, end }))
    .sort((a, b) => Math.abs(a.start - left.start) - Math.abs(b.start - left.start));
  for (const passage of near) {
    const found = supportsOf(passage).find((support) => support.article === article);
    if (found !== undefined) return found;
  }
  return null;
}

function sideOf(
  { article, start, end }: ArticleRange,
  part: DisagreementSide["part"],
  figure: string | null,
  { articles, analyses, lexicon }: SideContext,
): DisagreementSide {
  const range = { article, start, end };
  const analysis = analyses.get(article);
  const said = spansIn(analysis?.attributions ?? [], range)[0];
  return {
    part,
    statement: makeStatement(range, articles),
    speaker: said === undefined ? null : speakerOf(said, lexicon),
    via: said?.via ?? [],
    figure,
    when: whenOf(range, analysis, articles),
  };
}

function whenOf(
  range: ArticleRange,
  analysis: ArticleAnalysis | undefined,
  articles: ArticlesById,
): DisagreementSide["when"] {
  const article = articles.get(range.article);
  if (article === undefined || analysis === undefined) return null;
  const mention = mainDateIn(article, analysis, range);
  if (mention === null) return null;
  const { from, to, precision, anchor, start, end } = mention;
  const words = { article: range.article, start, end };
  return { date: { from, to, precision }, mention: cite(words, articles), anchor };
}
