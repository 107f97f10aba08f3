/** The stages that can be looked at, apart from the code that looks: help needs the names alone. */

/** Stages that `brief inspect` shows, with what a line of each holds. */
export const STAGES = {
  reading: "an article as it was read and dated",
  sentences: "a sentence with its offsets",
  themes: "an article's themes and its passages with theirs",
  dates: "a date in the text, resolved to days",
  attributions: "who says what, by which way",
  figures: "a counted quantity",
  names: "a name with the entity it stands for",
  reprints: "articles that carry the same copy",
  conflicts: "figures and reports that do not agree",
  timeline: "an event with its date",
} as const;
export type Stage = keyof typeof STAGES;
