/** A range of an article in, why its passage is printed or what is printed in its place out. */
import type { ArticleRange, Passage } from "../model/analysis.js";
import type { Choice } from "../model/choice.js";
import type { ExplainedChoice, PassageExplanation } from "../model/explanation.js";
import { isOf } from "./explain-article.js";
import {
  citedBeside,
  entryOf,
  groupOf,
  type Known,
  numberOf,
  placeIn,
  printedAt,
} from "./known.js";

/** @returns null where the article is not known, or has no such range */
export function explainPassage(range: ArticleRange, known: Known): PassageExplanation | null {
  const { article } = range;
  const entry = entryOf(known, article);
  const text = known.textOf(article);
  if (entry === null || text === null || range.start >= text.length) return null;
  const analysis = known.analysisOf(article);
  const passages = analysis?.passages ?? [];
  const position = passages.findIndex((passage) => touches(passage, range));
  const passage = passages[position];
  const whole = passage === undefined ? lineAround(text, range) : rangeOf(article, passage);
  const within = <T extends { start: number; end: number }>(items: readonly T[] = []) =>
    items.filter((item) => item.start < whole.end && whole.start < item.end);
  const story = known.storyOf(article);
  return {
    kind: "passage",
    place: placeIn(known, whole),
    text: text.slice(whole.start, whole.end),
    position: passage === undefined ? null : [position + 1, passages.length],
    entry,
    number: numberOf(known, article),
    themes: [...(passage?.themes ?? [])],
    articleThemes: [...(analysis?.themes ?? entry.themes)],
    attributions: within(analysis?.attributions),
    figures: within(analysis?.figures),
    dates: within(analysis?.dates),
    supports: known.supportsOf(whole).map((support) => placeIn(known, support)),
    story: story && groupOf(known, story.id, story.articles, null),
    choices: choicesOf(passage ?? whole, article, known),
    method: known.method,
    printed: printedAt(known, whole),
    beside: citedBeside(known, whole),
  };
}

function touches(passage: Passage, { start, end }: ArticleRange): boolean {
  return passage.start < Math.max(end, start + 1) && start < passage.end;
}

function rangeOf(article: string, { start, end }: Passage): ArticleRange {
  return { article, start, end };
}

/** Of an article that was not analysed: the paragraph, or what was asked for where that is longer. */
function lineAround(text: string, { article, start, end }: ArticleRange): ArticleRange {
  const before = text.lastIndexOf("\n\n", Math.max(0, start - 1));
  const after = text.indexOf("\n\n", start);
  const from = before < 0 ? 0 : before + 2;
  const to = after < 0 ? text.length : after;
  return { article, start: Math.min(from, start), end: Math.max(to, Math.min(end, text.length)) };
}

function choicesOf(
  passage: Pick<Passage, "start" | "end">,
  article: string,
  known: Known,
): ExplainedChoice[] {
  const own = known.choicesOf(article).filter((choice) => isOf(choice, passage));
  return own.map((choice) => ({ ...choice, winner: winnerOf(choice, known) }));
}

function winnerOf({ outcome }: Choice, known: Known): ExplainedChoice["winner"] {
  const by = "by" in outcome ? outcome.by : null;
  return by && placeIn(known, by);
}
