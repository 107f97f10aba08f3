/** From a passage to what it needs where it is printed: nothing, a shorter start, or the passage before. */
import { spansIn } from "../analysis/index.js";
import type {
  ArticleAnalysis,
  Attribution,
  Bearing,
  Passage,
  TimelineItem,
  ToldEvent,
} from "../model/analysis.js";
import type { Article } from "../model/article.js";
import { isBareQuotation, leadInLength, standsAlone } from "./standalone.js";

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
  if (passage === undefined) return NOTHING;
  const said = spansIn(attributions, passage);
  const before = passages[position - 1];
  const named = said.filter(({ speaker }) => passage.text.includes(speaker));
  const isNamedBefore =
    named.length === 0 && said.some(({ speaker }) => before?.text.includes(speaker) === true);
  if (!isNamedBefore && standsAlone(passage.text, language)) return NOTHING;
  // Who says something is a clause of its own; "after a surprise attack" would be none.
  const elided = said.length > 0 ? leadInLength(passage.text, language) : 0;
  if (elided > 0) return { context: null, elided };
  // Of what the desk leaves out no words are left.
  if (before === undefined || before.text === "") return null;
  if (!standsAlone(before.text, language)) return null;
  if (before.end - before.start > LONGEST_CONTEXT) return null;
  if (isBareQuotation(passage.text) && !introduces(before, attributions)) return null;
  return { context: { article, start: before.start, end: before.end }, elided: 0 };
}

/** Somebody speaks in it, or it ends on a colon. */
function introduces(before: Passage, attributions: readonly Attribution[]): boolean {
  const isSaid = spansIn(attributions, before).length > 0;
  return isSaid || before.text.trimEnd().endsWith(":");
}

/** Events whose passage can be understood where a timeline prints it, with what that needs. */
export function tellEvents(
  items: readonly TimelineItem[],
  articles: readonly Article[],
  analyses: ReadonlyMap<string, ArticleAnalysis>,
): ToldEvent[] {
  const languages = new Map(articles.map(({ id, language }) => [id, language]));
  return items.flatMap((item) => {
    const { article, start } = item.passage;
    const analysis = analyses.get(article);
    if (analysis === undefined) return [];
    const position = positionAt(analysis.passages, start);
    const bearing = bearingOf(analysis, position, languages.get(article) ?? "und");
    return bearing === null ? [] : [{ ...item, bearing }];
  });
}

/** Ordinal of the last passage that starts at an offset or before it; -1 where none does. */
function positionAt(passages: readonly Passage[], offset: number): number {
  let low = 0;
  let high = passages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((passages[middle]?.start ?? Number.POSITIVE_INFINITY) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
