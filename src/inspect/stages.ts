/** The stages that can be looked at, apart from the code that looks: help needs the names alone. */

/** Stages that `brief inspect` shows, with what a line of each holds. */
export const STAGES = {
  reading: "an article as it was read and dated",
  sentences: "an article's sentences with their offsets",
  themes: "an article's themes and its passages with theirs",
  dates: "a date in the text, resolved to days",
  attributions: "who says what, by which way",
  figures: "a counted quantity",
  names: "a name with the entity it stands for",
  reprints: "articles that carry the same copy",
  stories: "articles that report one event",
  conflicts: "figures and reports that do not agree",
  timeline: "an event with its date",
  summary: "all articles together in a few statements",
} as const;
export type Stage = keyof typeof STAGES;
