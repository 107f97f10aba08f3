/** An article to its date clues: every date expression with the sentence that it stands in. */
import type { Article } from "../model/article.js";
import { type DateExpression, findDateExpressions } from "../text/dates/index.js";
import { splitSentences } from "../text/sentences.js";

export interface DateClue {
  readonly expression: DateExpression;
  readonly sentence: string;
  /** Words of the sentence before the expression. */
  readonly before: string;
  /** The paragraph, or the caption, whole. */
  readonly context: string;
  readonly place: "lead" | "body" | "caption" | "dateline";
  /** Whether someone else's words hold it, so that it may count from another day. */
  readonly quoted: boolean;
}

/** Paragraphs in which reports say what is new. */
const LEAD_PARAGRAPHS = 3;

/** Removed parts that speak of this article; teasers and headlines speak of others. */
const USABLE: ReadonlyMap<string, DateClue["place"]> = new Map([
  ["caption", "caption"],
  ["dateline", "dateline"],
  ["repeated-lead", "lead"],
]);

/** Finds the clues in text order: standfirst, body, then what was removed. */
export function findDateClues(article: Article): DateClue[] {
  const { language, standfirst } = article;
  const removed = article.removed.flatMap(({ rule, text }) => {
    const place = USABLE.get(rule);
    return place === undefined ? [] : cluesIn(text, language, place);
  });
  return [
    ...(standfirst === null ? [] : cluesIn(standfirst, language, "lead")),
    ...article.paragraphs.flatMap((text, index) =>
      cluesIn(text, language, index < LEAD_PARAGRAPHS ? "lead" : "body"),
    ),
    ...removed,
  ];
}

/** More clues than these tell nothing new of an article. */
const MAX_CLUES = 200;

function cluesIn(whole: string, language: string, place: DateClue["place"]): DateClue[] {
  const text = whole.slice(0, MAX_PARAGRAPH);
  const expressions = findDateExpressions(text, language).slice(0, MAX_CLUES);
  if (expressions.length === 0) return [];
  const sentences = splitSentences(text, language);
  const context = text.slice(0, MAX_CONTEXT);
  return expressions.map((expression) => {
    const { start, end } = expression;
    const holder = sentences.find((span) => span.end >= end);
    const from = holder === undefined ? start : Math.min(holder.start, start);
    const sentence = holder?.text ?? expression.text;
    const before = text.slice(from, start);
    return { expression, sentence, before, context, place, quoted: isQuoted(text, start) };
  });
}

/** A paragraph longer than this is a whole document without breaks; its front tells the day. */
const MAX_PARAGRAPH = 20_000;
const MAX_CONTEXT = 4000;

/** Whether a quotation is open at this offset; curly marks pair, straight ones alternate. */
function isQuoted(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - MAX_CONTEXT), offset);
  const curly = before.lastIndexOf("“") > before.lastIndexOf("”");
  const angled = before.lastIndexOf("«") > before.lastIndexOf("»");
  return curly || angled || (before.split('"').length - 1) % 2 === 1;
}
