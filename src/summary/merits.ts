/** What speaks for a candidate besides its words, as measured on the passages of themes. */
import type { ScoreParts } from "../model/choice.js";
import type { Candidate } from "./candidates.js";

const MERITS = {
  /** For standing early in the article, as `lead / sqrt(1 + position)`. */
  lead: 0.1,
  /** For the lexicon's evidence, as a share of the strongest candidate's. */
  theme: 0.5,
  /** For saying what the article's title says. */
  title: 0.3,
  /** Against a passage that needs the sentence before it. */
  context: 0.2,
} as const;

type Merits = Required<Pick<ScoreParts, "early" | "theme" | "title" | "leaning">>;

/** @param candidates all that compete: the strongest of them is the measure */
export function meritsAmong(candidates: readonly Candidate[]): (candidate: Candidate) => Merits {
  const strongest = candidates.reduce((most, c) => Math.max(most, c.themeScore), 1);
  return (c) => ({
    early: MERITS.lead / Math.sqrt(1 + c.position),
    theme: (MERITS.theme * c.themeScore * c.themeShare) / strongest,
    title: MERITS.title * c.titleShare,
    leaning: c.leans ? -MERITS.context : 0,
  });
}

export function sumOf({ early, theme, title, leaning }: Merits): number {
  return early + theme + title + leaning;
}
