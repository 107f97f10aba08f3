/** A figure in its article to how much it matters at a glance, before others state it as well. */
import { claimOf, spansIn } from "../analysis/index.js";
import type { ArticleAnalysis, Figure } from "../model/analysis.js";

export interface FigurePlace {
  /** The lexicon's evidence for the passage that the figure stands in; 0 where no theme carries it. */
  readonly themeScore: number;
  /** Ordinal of its sentence, from 0. */
  readonly sentence: number;
  /** Whether somebody who is named gives it. */
  readonly isClaimed: boolean;
}

/** @returns from a figure of the article to its place */
export function placesOf(analysis: ArticleAnalysis): (figure: Figure) => FigurePlace {
  const { passages, sentences, themes } = analysis;
  const assigned = new Set(themes.filter((theme) => theme.assigned).map(({ id }) => id));
  const ordinals = new Map(sentences.map(({ start }, ordinal) => [start, ordinal]));
  return (figure) => {
    const scores = spansIn(passages, figure)
      .filter(({ start, end }) => start <= figure.start && figure.end <= end)
      .flatMap((passage) => passage.themes)
      .map(({ id, score }) => (assigned.has(id) ? score : score * OFF_THEME));
    return {
      themeScore: Math.max(0, ...scores),
      sentence: ordinals.get(figure.sentence.start) ?? 0,
      isClaimed: claimOf(figure, analysis).attribution !== null,
    };
  };
}

/** What a passage weighs that stands in an article about something else. */
const OFF_THEME = 0.5;

/**
 * @param strongest the highest theme score among the figures that are weighed
 * @param origins how many independent reports state the figure
 */
export function meritOfFigure(place: FigurePlace, strongest: number, origins: number): number {
  return (
    place.themeScore / Math.max(1, strongest) +
    WEIGHTS.origins * Math.log2(Math.max(1, origins)) +
    (place.isClaimed ? WEIGHTS.claimed : 0) +
    WEIGHTS.early / Math.sqrt(1 + place.sentence)
  );
}

/** Against 1 for the figure in the passage that says most of its theme. */
const WEIGHTS = { origins: 1, claimed: 0.4, early: 0.4 } as const;
