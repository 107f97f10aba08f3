/** An article to what a translation leaves as it is: entities, numbers, days. */
import type { ArticleAnalysis } from "../../model/analysis.js";
import { type Article, articleText } from "../../model/article.js";
import { splitWords, type Word } from "../../text/words.js";
import { isNumber } from "../attributions/telling-words.js";
import { spansIn } from "../spans.js";

/** Words that are looked at: further behind, a long text mentions much. */
const LONGEST = 600;

/** @param stock entities that stand everywhere @returns each mark once; names begin with `@` */
export function readMarks(
  article: Article,
  { names, dates }: Pick<ArticleAnalysis, "names" | "dates">,
  stock: ReadonlySet<string>,
): string[] {
  const text = articleText(article);
  const words = splitWords(text).slice(0, LONGEST);
  const end = words.at(-1)?.end ?? 0;
  const marks = new Set<string>();
  for (const name of names) {
    if (name.end <= end && !stock.has(name.entity)) marks.add(`@${name.entity}`);
  }
  for (const date of dates) {
    if (date.end <= end && date.precision === "day") marks.add(`#${date.from}`);
  }
  for (const [at, word] of words.entries()) {
    if (!isNumber(word.folded) || spansIn(dates, word).length > 0) continue;
    const number = readNumber(words, at, text);
    if (number !== null) marks.add(number);
  }
  return [...marks];
}

/** `20,000`, `20.000` and `20 000` are one number; what is below ten is often written in words. */
function readNumber(words: readonly Word[], at: number, text: string): string | null {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined) return null;
  if (before !== undefined && isGroup(before, word, text)) return null;
  const whole =
    next !== undefined && isGroup(word, next, text) ? `${word.folded}${next.folded}` : word.folded;
  const plain = whole.replace(/[.,](?=\d{3}(?:\D|$))/g, "").replace(",", ".");
  return Number(plain) >= SMALLEST ? `=${plain}` : null;
}

const SMALLEST = 10;

/** Whether the second word is three digits that go on the number of the first. */
function isGroup(first: Word, second: Word, text: string): boolean {
  return (
    second.start === first.end + 1 &&
    /\s/.test(text.charAt(first.end)) &&
    /^\d{1,3}$/.test(first.folded) &&
    /^\d{3}$/.test(second.folded)
  );
}
