/** Takes out what stands around the article in a page that was flattened to lines. */
import { type Draft, type Line, withoutLines } from "../draft.js";
import { detectLanguage } from "../language.js";
import { MAX_RULE_LINE } from "../limits.js";
import { countWords, endsSentence, isNameLine } from "../line-shape.js";
import { findMainLines, type MainLines } from "../main-lines.js";
import type { RuleName } from "../rules.js";
import { readStamp } from "../stamp.js";

/** A page flattened shows by its many lines that are no prose. */
const PAGE = { lines: 12, most: 5000, share: 0.4, words: 6 } as const;

export function dropPage(draft: Draft): Draft {
  const { lines } = draft;
  if (lines.length < PAGE.lines || lines.length > PAGE.most) return draft;
  const prose = lines.filter(isProse);
  const others = lines.length - prose.length;
  if (others < PAGE.lines || others < lines.length * PAGE.share) return draft;
  // Menus come first and name things: the page's language is that of its sentences.
  const language = detectLanguage(prose.map(({ text }) => text).join("\n"));
  const main = findMainLines(
    lines.map(({ text }) => text),
    { language, isRecurring: (text) => draft.recurring.has(text) },
  );
  if (main.start === main.end) return draft;
  const body = lines.findIndex((line, index) => main.kept[index] && isProse(line));
  const rules = new Map<Line, RuleName>();
  for (const [index, line] of lines.entries()) {
    if (!isArticles(line, index, main, body, language)) rules.set(line, "page-line");
  }
  return withTitle(withoutLines({ ...draft, language }, rules), lines[main.title]);
}

/** The headline leaves the lines, not the article. */
function withTitle(draft: Draft, line: Line | undefined): Draft {
  if (line === undefined || draft.title !== null || isProse(line)) return draft;
  return { ...draft, title: line.text, lines: draft.lines.filter((other) => other !== line) };
}

function isProse({ text }: Line): boolean {
  return endsSentence(text) && countWords(text.slice(0, MAX_RULE_LINE), PAGE.words) >= PAGE.words;
}

/** Above the body names and stamps stay for the head to read; in it stamps are the page's. */
function isArticles(
  { text }: Line,
  index: number,
  { title, kept }: MainLines,
  body: number,
  language: string,
): boolean {
  if (index === title) return true;
  if (!kept[index])
    return title !== -1 && index > title && index < body && isByline(text, language);
  if (endsSentence(text) || !/\d/.test(text)) return index > body || isHeadLine(text);
  return index < body === isByline(text, language);
}

function isByline(text: string, language: string): boolean {
  return readStamp(text, language) !== null;
}

/** A subtitle, or a name. */
function isHeadLine(text: string): boolean {
  return countWords(text) >= PAGE.words || isNameLine(text);
}
