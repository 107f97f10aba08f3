/** From a passage to what it needs where it is printed: nothing, a shorter start, or the passage before. */
import type { ArticleAnalysis, ArticleRange, Bearing } from "../model/analysis.js";
import { leadInLength, standsAlone } from "./standalone.js";

/** Longest context that a statement may bring along, UTF-16 code units. */
const LONGEST_CONTEXT = 400;

const NOTHING: Bearing = { context: null, elided: 0 };

/** @returns null where the passage hangs in the air and nothing near makes it understandable */
export function bearingOf(
  { article, passages, attributions }: ArticleAnalysis,
  position: number,
  language: string,
): Bearing | null {
  const passage = passages[position];
  if (passage === undefined || standsAlone(passage.text, language)) return NOTHING;
  // Who says something is a clause of its own; "after a surprise attack" would be none.
  const isSaid = attributions.some((a) => a.start < passage.end && passage.start < a.end);
  const elided = isSaid ? leadInLength(passage.text, language) : 0;
  if (elided > 0) return { context: null, elided };
  const before = passages[position - 1];
  if (before === undefined || !standsAlone(before.text, language)) return null;
  if (before.end - before.start > LONGEST_CONTEXT) return null;
  return { context: { article, start: before.start, end: before.end }, elided: 0 };
}

/** The same for a range that some passage holds, e.g. one that a timeline tells. */
export function bearingOfRange(
  { start }: ArticleRange,
  analysis: ArticleAnalysis,
  language: string,
): Bearing | null {
  const position = analysis.passages.findIndex(
    (passage) => passage.start <= start && start < passage.end,
  );
  return bearingOf(analysis, position, language);
}
