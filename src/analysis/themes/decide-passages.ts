/** Analyses and what the desk decided of passages to analyses in which those say nothing, or speak of another theme. */
import {
  type ArticleAnalysis,
  type ArticleRange,
  overlaps,
  type Passage,
} from "../../model/analysis.js";
import type { DeskDecisions, MovedPassage } from "../../model/desk-decisions.js";

/** An issue is made and checked with the same decisions. */
export function decidePassages(
  analyses: ReadonlyMap<string, ArticleAnalysis>,
  { excluded, moved }: Pick<DeskDecisions, "excluded" | "moved">,
): ReadonlyMap<string, ArticleAnalysis> {
  if (excluded.length === 0 && moved.length === 0) return analyses;
  const out = Map.groupBy(excluded, ({ article }) => article);
  const shifted = Map.groupBy(moved, ({ article }) => article);
  return new Map(
    [...analyses].map(([id, analysis]) => {
      const placed = (shifted.get(id) ?? []).reduce(movePassage, analysis);
      return [id, leaveOut(placed, out.get(id) ?? [])];
    }),
  );
}

function movePassage(analysis: ArticleAnalysis, move: MovedPassage): ArticleAnalysis {
  const passages = analysis.passages.map((passage) =>
    overlaps({ ...passage, article: analysis.article }, move) ? relabel(passage, move) : passage,
  );
  return { ...analysis, passages };
}

/** As much of the theme as of any other: what the desk adds is no mention in passing. */
function relabel(passage: Passage, { theme, kind }: MovedPassage): Passage {
  const others = passage.themes.filter(({ id }) => id !== theme);
  if (kind === "removed") return { ...passage, themes: others };
  const score = Math.max(1, ...passage.themes.map((label) => label.score));
  const terms = passage.themes.find(({ id }) => id === theme)?.terms ?? [];
  return { ...passage, themes: [...others, { id: theme, score, terms }] };
}

/** The passage keeps its number, so that its neighbours keep theirs, and holds no words any more. */
function leaveOut(analysis: ArticleAnalysis, ranges: readonly ArticleRange[]): ArticleAnalysis {
  if (ranges.length === 0) return analysis;
  const { article } = analysis;
  const isOut = ({ start, end }: Pick<ArticleRange, "start" | "end">) =>
    ranges.some((range) => overlaps({ article, start, end }, range));
  const without = <T extends Pick<ArticleRange, "start" | "end">>(spans: readonly T[]) =>
    spans.filter((span) => !isOut(span));
  return {
    ...analysis,
    passages: analysis.passages.map((passage) =>
      isOut(passage) ? { ...passage, end: passage.start, text: "", themes: [] } : passage,
    ),
    dates: without(analysis.dates),
    attributions: without(analysis.attributions),
    figures: without(analysis.figures),
    names: without(analysis.names),
    openNames: without(analysis.openNames),
  };
}
