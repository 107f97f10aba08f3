/** From the figures of the period's articles to those at a glance, totals before their parts. */
import type { ArticleAnalysis, Figure } from "../model/analysis.js";
import type { Glance } from "../model/issue.js";
import type { Lexicon } from "../model/lexicon.js";
import { fold } from "../text/fold.js";
import { type ArticlesById, makeStatement } from "./statements.js";
import { speakerOf } from "./theme-slots.js";

/** Figures in sentences that carry a theme; the same figure said twice stands once, with its claimant. */
export function chooseFigures(
  analyses: readonly ArticleAnalysis[],
  articles: ArticlesById,
  lexicon: Lexicon,
  limit: number,
): Glance[] {
  const figures = analyses.flatMap((analysis) =>
    analysis.figures
      .filter((figure) => isTelling(figure) && carriesAnyTheme(figure, analysis))
      .map((figure) => glanceAt(figure, analysis, articles, lexicon)),
  );
  const byFigure = new Map<string, Glance[]>();
  for (const figure of figures) {
    const key = `${figure.bound} ${figure.value} ${fold(figure.unit)}`;
    byFigure.set(key, [...(byFigure.get(key) ?? []), figure]);
  }
  return [...byFigure.values()]
    .map(mergeFigures)
    .sort((a, b) => RANK[a.role] - RANK[b.role])
    .slice(0, limit);
}

const RANK: Readonly<Record<Glance["role"], number>> = { total: 0, part: 1, single: 2 };

/**
 * Counts and shares; not money, measures, the upper end of a range, or a few things counted in
 * words ("two countries"), unless they are part of a total.
 */
function isTelling({ measure, value, text, role, bound }: Figure): boolean {
  if (measure !== null && measure !== "percent") return false;
  if (bound === "at-most" && RANGE.test(text)) return false;
  return role !== "single" || value >= FEWEST_IN_WORDS || /\p{Nd}/u.test(text);
}

const FEWEST_IN_WORDS = 13;
const RANGE = /\p{Nd}[\s\p{L}]{0,12}[-–—\s]\p{Nd}/u;

function carriesAnyTheme(figure: Figure, { passages }: ArticleAnalysis): boolean {
  return passages.some(
    (passage) =>
      passage.start <= figure.start && figure.end <= passage.end && passage.themes.length > 0,
  );
}

function glanceAt(
  figure: Figure,
  { article, attributions }: ArticleAnalysis,
  articles: ArticlesById,
  lexicon: Lexicon,
): Glance {
  const { start, end, value, bound, unit, role } = figure;
  const claim = attributions.find((a) => a.start <= start && end <= a.end);
  return {
    statement: makeStatement({ article, start, end }, articles),
    value,
    bound,
    unit,
    role,
    claimant: claim === undefined ? null : speakerOf(claim, lexicon),
  };
}

/** The telling with the best role and a claimant speaks; other articles support it. */
function mergeFigures(same: Glance[]): Glance {
  const weight = (figure: Glance) => RANK[figure.role] * 2 + (figure.claimant === null ? 1 : 0);
  const [first, ...others] = same.sort((a, b) => weight(a) - weight(b));
  if (first === undefined) throw new Error("a figure stands for at least one place");
  const cited = new Set(first.statement.citations.map((citation) => citation.article));
  const supports = others.flatMap((other) =>
    other.statement.citations.filter(({ article }) => !cited.has(article) && cited.add(article)),
  );
  const citations = [...first.statement.citations, ...supports];
  return { ...first, statement: { ...first.statement, citations } };
}
