/** Takes appeals, pointers and notes about the author off the end of a page's main text. */
import { type Draft, type Line, withoutLines } from "../draft.js";
import { MAX_RULE_LINE } from "../limits.js";
import { type LineShape, shapeOf } from "../line-scores.js";
import { comparable, countWords, endsSentence } from "../line-shape.js";
import { LAST_REQUESTS, UPDATE_WORDS } from "../line-words.js";
import type { RuleName } from "../rules.js";

/** Lines from the end that may be no part of the article any more. */
const REACH = 6;
/** The front of a text is the article's, however short the text is. */
const FRONT = 0.4;
/** Code units of a pointer or a credit between paragraphs. */
const MAX_ASIDE = 160;
/** Lines that ask the reader for something, by form and words. */
const APPEAL = -2.5;
const APPEAL_OF_PROSE = -1.5;
/** Telephone and post of the publisher. */
const CONTACT =
  /(?:\b(?:tel|fax|phone|telefon|e-?mail)\b|\b\d{3}[-.]\d{3}[-.]\d{4}\b|\+\d[\d ()/-]{8,20})/iu;
const MAX_NOTE_WORDS = 70;
const MAX_STAMP_WORDS = 10;

export function dropPageTail(draft: Draft): Draft {
  const { lines, language } = draft;
  const rules = new Map<Line, RuleName>();
  const names = authorNames(draft.byline);
  const start = Math.max(lines.length - REACH, Math.ceil(lines.length * FRONT));
  for (const [at, line] of lines.entries()) {
    if (line.text.length > (at < start ? MAX_ASIDE : MAX_RULE_LINE)) continue;
    const shape = shapeOf(line.text, language);
    const isLast = at >= Math.max(start, lines.length - LAST);
    const rule = at >= start ? tailRule(shape, names, isLast) : asideRule(shape);
    if (rule !== null) rules.set(line, rule);
  }
  return withoutLines(draft, withLabels(lines, rules));
}

const MAX_LABEL_WORDS = 5;

/** A label over what was taken off the end goes with it: `Local news`. */
function withLabels(lines: readonly Line[], rules: Map<Line, RuleName>): Map<Line, RuleName> {
  for (let at = lines.length - 1; at > 0; at -= 1) {
    const [line, below] = [lines[at], lines[at + 1]];
    if (line === undefined || rules.has(line)) continue;
    const isOver = below !== undefined && rules.has(below);
    const isLabel = countWords(line.text) <= MAX_LABEL_WORDS && !/[\d.!?:;…؟。|]/u.test(line.text);
    if (!isOver || !isLabel) break;
    rules.set(line, "read-more");
  }
  return rules;
}

function asideRule(shape: LineShape): RuleName | null {
  return isAside(shape) ? "read-more" : null;
}

function tailRule(shape: LineShape, names: readonly string[], isLast: boolean): RuleName | null {
  const { text, kind, words, score } = shape;
  if (isAside(shape) || kind === "side-head" || kind === "about-head") return "read-more";
  if (kind === "stamp" && /^\p{L}[^:]*\d/u.test(text) && !text.endsWith(":")) return "byline";
  if (words <= MAX_STAMP_WORDS && UPDATED.test(text) && /\d/.test(text)) return "byline";
  if (!endsSentence(text) && CONTACT.test(text)) return "page-part";
  if (words > MAX_NOTE_WORDS) return null;
  const plain = comparable(text);
  if (names.some((name) => plain.startsWith(isLast ? `${name} ` : `${name} is `)))
    return "author-bio";
  if (isLast && isRequest(shape)) return "sign-up";
  return score <= (kind === "prose" ? APPEAL_OF_PROSE : APPEAL) ? "sign-up" : null;
}

/** An article's own subheads are in capitals, and its tables have bars. */
function isAside({ text, kind }: LineShape): boolean {
  return kind === "aside" && text !== text.toUpperCase() && !text.includes(" | ");
}

/** Lines at the very end that may be a request however they sound. */
const LAST = 3;
const MAX_REQUEST_WORDS = 45;
const REQUEST = new RegExp(`^(?:${LAST_REQUESTS})(?!\\p{L})`, "iu");
const UPDATED = new RegExp(`^[([]?(?:${UPDATE_WORDS})(?!\\p{L})`, "iu");

function isRequest({ text, words }: LineShape): boolean {
  return words <= MAX_REQUEST_WORDS && REQUEST.test(text);
}

const MIN_NAME = 5;

function authorNames(byline: string | null): readonly string[] {
  const names = (byline ?? "").split(/,|;|&|\band\b/u).map(comparable);
  return names.filter((name) => name.length >= MIN_NAME);
}
