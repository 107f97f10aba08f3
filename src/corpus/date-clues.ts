/** An article to its date clues: every date expression with the sentence that it stands in. */
import type { Article } from "../model/article.js";
import { type DateExpression, findDateExpressions } from "../text/dates.js";
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

function cluesIn(text: string, language: string, place: DateClue["place"]): DateClue[] {
  const expressions = findDateExpressions(text, language);
  if (expressions.length === 0) return [];
  const sentences = splitSentences(text, language);
  return expressions.map((expression) => {
    const { start, end } = expression;
    const holder = sentences.find((span) => span.start <= start && span.end >= end);
    const sentence = holder?.text ?? expression.text;
    const before = text.slice(holder?.start ?? start, start);
    return { expression, sentence, before, context: text, place, quoted: isQuoted(text, start) };
  });
}

/** Whether a quotation is open at this offset; curly marks pair, straight ones alternate. */
function isQuoted(text: string, offset: number): boolean {
  const before = text.slice(0, offset);
  const curly = before.lastIndexOf("“") > before.lastIndexOf("”");
  const angled = before.lastIndexOf("«") > before.lastIndexOf("»");
  return curly || angled || (before.split('"').length - 1) % 2 === 1;
}
