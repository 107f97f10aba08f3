/** A line of a flattened page to how much it looks like an article's own, by form and words alone. */
import { fold } from "../text/fold.js";
import { FUNCTION_WORDS } from "./language-words.js";
import { MAX_RULE_LINE } from "./limits.js";
import { countWords, endsSentence, endsStatement, hasCase } from "./line-shape.js";
import { ABOUT_HEADS, APPEALS, BIOGRAPHIES, INTERRUPTIONS, SIDE_HEADS } from "./main-line-words.js";

export interface LineShape {
  readonly text: string;
  /** Where a script writes no spaces, two letters count as a word. */
  readonly words: number;
  /** Sentences, or text too long to be a headline. */
  readonly isProse: boolean;
  /** Opens a list of other articles, comments or buttons: `Related stories`. */
  readonly isSideHead: boolean;
  /** An advertisement's mark or a pointer that stands in the midst of articles: `Advertisement`. */
  readonly isInterruption: boolean;
  /** Day or time, and not much else. */
  readonly isStamp: boolean;
  /** Different content words, folded. */
  readonly content: ReadonlySet<string>;
  /** From about -8 to 6; above 0 for prose. */
  readonly score: number;
}

export function shapeOf(text: string, language: string): LineShape {
  const front = text.slice(0, MAX_RULE_LINE);
  const words = countWords(front) + countUnspaced(front) / 2;
  const isInterruption = words <= MAX_HEAD_WORDS && INTERRUPTION.test(front);
  const isSideHead = !isInterruption && words <= MAX_HEAD_WORDS && isHead(front);
  const ends = endsSentence(text) && (words >= MAX_CRY_WORDS || endsStatement(text));
  const isLabel = isInterruption || isSideHead;
  return {
    text,
    words,
    isSideHead,
    isInterruption,
    isProse: !isLabel && ((ends && words >= PROSE_WORDS) || words >= LONG_LINE),
    isStamp: !ends && words <= MAX_STAMP_WORDS && STAMP.test(front),
    content: new Set(fold(front).match(CONTENT_WORD) ?? []),
    score: isInterruption ? -1 : isSideHead ? -4 : scoreOf(front, words, ends, language),
  };
}

function isHead(text: string): boolean {
  return SIDE_HEAD.test(text) || ABOUT_HEAD.test(text);
}

/** Shorter questions and exclamations are headlines as often as sentences. */
const MAX_CRY_WORDS = 12;
const MAX_HEAD_WORDS = 8;
const MAX_STAMP_WORDS = 8;
const PROSE_WORDS = 6;
const LONG_LINE = 30;
const CONTENT_WORD = /\p{L}{4,}/gu;
const ABOUT_HEAD = new RegExp(`^(?:${ABOUT_HEADS})\\s\\p{Lu}[\\p{L}\\p{M} .’'-]{2,40}$`, "u");
const INTERRUPTION = wordsAt("^[^\\p{L}\\p{N}]{0,3}", INTERRUPTIONS, "(?![\\p{L}\\p{N}])", "iu");
const SIDE_HEAD = wordsAt("^[^\\p{L}\\p{N}]{0,3}", SIDE_HEADS, "(?![\\p{L}\\p{N}])", "iu");
const APPEAL = wordsAt("(?<![\\p{L}\\p{N}])", APPEALS, "", "giu");
const BIOGRAPHY = wordsAt("", BIOGRAPHIES, "(?![\\p{L}\\p{N}])", "iu");
/** A clock time, or a year beside another number. */
const STAMP =
  /(?<![\d.,$€£])\d{1,2}:\d{2}(?!\d)|\b(?:19|20)\d{2}\b.{0,20}\d|\d.{0,20}\b(?:19|20)\d{2}\b/u;

function wordsAt(before: string, words: readonly string[], after: string, flags: string): RegExp {
  return new RegExp(`${before}(?:${words.join("|")})${after}`, flags);
}

function countUnspaced(text: string): number {
  return text.match(UNSPACED)?.length ?? 0;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

function scoreOf(text: string, words: number, ends: boolean, language: string): number {
  const appeals = text.match(APPEAL)?.length ?? 0;
  let score = formScore(text, words, ends);
  const isSentence = !isRow(text) && !INTRODUCES.test(text) && (ends || words < 25);
  if (isSentence && words >= PROSE_WORDS && bindingShare(text, language) < FEW_BINDING_WORDS)
    score -= 1;
  if (appeals > 0) score -= (words < 25 ? 4 : 1) + Math.min(appeals, 3);
  if (words <= 80 && BIOGRAPHY.test(text)) score -= 5;
  if (isShouted(text, words)) score -= 2;
  if (CREDIT_END.test(text.slice(-80))) score -= 3;
  return score;
}

/** A picture's owner in brackets or after a bar at the end. */
const CREDIT_END =
  /(?:\/|\||©|\()\s?(?:Getty|Reuters|AP|AFP|EPA|Shutterstock|Bloomberg)\b[^.]{0,40}$/u;

function formScore(text: string, words: number, ends: boolean): number {
  if (ends && TRAILS_OFF.test(text)) return words < 20 ? 0.3 : 1.5;
  if (ends) return words < 5 ? 0 : 1 + Math.min(words, 50) / 10;
  if (words >= 25) return 1;
  if (isRow(text)) return -0.2;
  if (words >= 5 && INTRODUCES.test(text)) return 0;
  return words >= 8 ? -1 : -0.7;
}

/** Cells of a table, as readers of HTML part them. */
function isRow(text: string): boolean {
  return text.split(" | ").length > 2;
}

/** A pointer to another article in capitals; subheads have fewer words. */
function isShouted(text: string, words: number): boolean {
  return words >= 5 && words <= 25 && hasCase(text) && !/\p{Ll}/u.test(text);
}

const TRAILS_OFF = /(?:…|\.\.\.)[\])»”]*$/u;
const INTRODUCES = /[:：]$/u;
/** Sentences have more; headlines and lists of names fewer. */
const FEW_BINDING_WORDS = 0.15;

function bindingShare(text: string, language: string): number {
  const known = FUNCTION_WORDS.get(language);
  if (known === undefined) return 1;
  const words = text.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return 0;
  let binding = 0;
  for (const word of words) if (known.has(word)) binding += 1;
  return binding / words.length;
}
