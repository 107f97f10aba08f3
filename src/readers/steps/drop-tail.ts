/** Takes out headlines of other articles that a flattened page leaves at the end of the text. */
import { type Draft, type Line, withoutLines } from "../draft.js";
import { MAX_RULE_LINE } from "../limits.js";
import { countWords, endsSentence } from "../line-shape.js";
import type { RuleName } from "../rules.js";
import { sharedWords } from "../vocabulary.js";

export function dropTail(draft: Draft): Draft {
  const rules = new Map<Line, RuleName>();
  for (const line of headlineList(draft)) rules.set(line, "headline-list");
  const left = draft.lines.filter((line) => !rules.has(line));
  for (const line of left.slice(1).slice(-SOUP.lines)) {
    const others = left.filter((other) => other !== line);
    // Where nothing else holds a sentence, it is the article.
    if (!others.some(({ text }) => endsSentence(text))) continue;
    if (isHeadlineSoup(line.text, others)) rules.set(line, "headline-soup");
  }
  return withoutLines(draft, rules);
}

const SOUP = {
  /** Lines from the end that are looked at. */
  lines: 3,
  /** Words for each stop inside. */
  words: 18,
  /** Lower case words followed by a capitalised one. */
  restarts: 4,
  /** Headlines leave articles out; one word in ten or twelve of a sentence is one. */
  articles: 0.06,
  /** Content words that the rest of the text has too. */
  shared: 0.5,
};

/** Several headlines in a row: no final stop, many restarts in capitals, another vocabulary. */
function isHeadlineSoup(text: string, others: readonly Line[]): boolean {
  if (text.length > MAX_RULE_LINE || endsSentence(text)) return false;
  const words = text.split(/\s+/);
  const stops = text.match(/[.!?](?=\s)/g)?.length ?? 0;
  if (words.length < SOUP.words * (stops + 1) || countRestarts(words) < SOUP.restarts) return false;
  const articles = words.filter((word) => ARTICLES.has(word.toLowerCase())).length;
  if (articles > words.length * SOUP.articles) return false;
  return (
    sharedWords(
      text,
      others.map((other) => other.text),
    ) < SOUP.shared
  );
}

const ARTICLES = new Set(["the", "a", "an", "le", "la", "les", "un", "une", "des"]);

function countRestarts(words: readonly string[]): number {
  return words.filter((word, index) => {
    const before = words[index - 1] ?? "";
    return /^[“"'‘]?[\p{Lu}\p{N}]/u.test(word) && /^\p{Ll}.*[\p{Ll}]$/u.test(before);
  }).length;
}

const LIST = { lines: 3, words: [4, 25], shared: 0.6 } as const;

/** Three lines or more at the very end that are headlines, and not of this article's vocabulary. */
function headlineList({ lines }: Draft): readonly Line[] {
  let start = lines.length;
  while (start > 1 && isHeadline(lines[start - 1]?.text ?? "")) start -= 1;
  const body = lines.slice(0, start);
  if (lines.length - start < LIST.lines || !body.some(({ text }) => endsSentence(text))) return [];
  const list = lines.slice(start);
  // Results, dates and prices are the article's own list.
  if (list.every((line) => /\d/.test(line.text))) return [];
  const text = list.map((line) => line.text).join(" ");
  return sharedWords(
    text,
    body.map((line) => line.text),
  ) < LIST.shared
    ? list
    : [];
}

function isHeadline(text: string): boolean {
  if (text.length > MAX_RULE_LINE || /[.:;,…]$/u.test(text) || endsSentence(text)) return false;
  const words = countWords(text, LIST.words[1]);
  return words >= LIST.words[0] && words <= LIST.words[1] && !/^[-•*"“]/u.test(text);
}
