/** A line of a flattened page to how much it looks like an article's own, by form and words alone. */
import { fold } from "../text/fold.js";
import { FUNCTION_WORDS } from "./language-words.js";
import { MAX_RULE_LINE } from "./limits.js";
import { countWords, endsSentence, endsStatement, hasCase } from "./line-shape.js";
import { ABOUT_HEADS, APPEALS, BIOGRAPHIES, INTERRUPTIONS, SIDE_HEADS } from "./main-line-words.js";

/**
 * `prose`: sentences, or text too long to be a headline. `side-head`: opens a list of other
 * articles, comments or buttons. `about-head`: opens what the page says of its author or owner.
 * `aside`: an advertisement's mark, a pointer or a caption in the midst of an article.
 * `stamp`: day or time, and not much else.
 */
export type LineKind = "prose" | "side-head" | "about-head" | "aside" | "stamp" | "other";

export interface LineShape {
  readonly text: string;
  readonly kind: LineKind;
  /** Where a script writes no spaces, two letters count as a word. */
  readonly words: number;
  /** Stems of its different content words. */
  readonly stems: ReadonlySet<string>;
  /** From about -8 to 6; above 0 for prose. */
  readonly score: number;
}

export function shapeOf(text: string, language: string): LineShape {
  const front = text.slice(0, MAX_RULE_LINE);
  const words = countWords(front) + countUnspaced(front) / 2;
  const ends = endsSentence(text) && (words >= MAX_CRY_WORDS || endsStatement(text));
  const kind = kindOf(front, words, ends);
  return {
    text,
    kind,
    words,
    stems: stemsOf(front),
    score: scoreOf(kind, front, words, ends, language),
  };
}

function kindOf(text: string, words: number, ends: boolean): LineKind {
  if (words <= MAX_HEAD_WORDS) {
    if (INTERRUPTION.test(text)) return "aside";
    if (SIDE_HEAD.test(text)) return "side-head";
    if (ABOUT_HEAD.test(text)) return "about-head";
    if (!ends && STAMP.test(text)) return "stamp";
  }
  if (isShouted(text, words) || CREDIT_END.test(text.slice(-80))) return "aside";
  return (ends && words >= PROSE_WORDS) || words >= LONG_LINE ? "prose" : "other";
}

/** Shorter questions and exclamations are headlines as often as sentences. */
const MAX_CRY_WORDS = 12;
const MAX_HEAD_WORDS = 8;
const PROSE_WORDS = 6;
const LONG_LINE = 30;
const ABOUT_HEAD = new RegExp(`^(?:${ABOUT_HEADS})\\s\\p{Lu}[\\p{L}\\p{M} .’'-]{2,40}$`, "u");
const INTERRUPTION = wordsAt("^[^\\p{L}\\p{N}]{0,3}", INTERRUPTIONS, "(?![\\p{L}\\p{N}])", "iu");
const SIDE_HEAD = wordsAt("^[^\\p{L}\\p{N}]{0,3}", SIDE_HEADS, "(?![\\p{L}\\p{N}])", "iu");
const APPEAL = wordsAt("(?<![\\p{L}\\p{N}])", APPEALS, "", "giu");
const BIOGRAPHY = wordsAt("", BIOGRAPHIES, "(?![\\p{L}\\p{N}])", "iu");
/** A clock time, or a year beside another number. */
const STAMP =
  /(?<![\d.,$€£])\d{1,2}:\d{2}(?!\d)|\b(?:19|20)\d{2}\b.{0,20}\d|\d.{0,20}\b(?:19|20)\d{2}\b/u;
/** A picture's owner in brackets or after a bar at the end. */
const CREDIT_END =
  /(?:\/|\||©|\(|credit:)\s?(?:Getty|Reuters|AP|AFP|EPA|Shutterstock|Bloomberg)\b.{0,40}$/iu;

/** Words of four letters or more by their first five: enough to know an inflected word again. */
function stemsOf(text: string): ReadonlySet<string> {
  const words = fold(text).match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 5)));
}

/** A pointer to another article in capitals; subheads have fewer words. */
function isShouted(text: string, words: number): boolean {
  return words >= 5 && words <= 25 && hasCase(text) && !/\p{Ll}/u.test(text);
}

function wordsAt(before: string, words: readonly string[], after: string, flags: string): RegExp {
  return new RegExp(`${before}(?:${words.join("|")})${after}`, flags);
}

function countUnspaced(text: string): number {
  return text.match(UNSPACED)?.length ?? 0;
}

const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu;

const SCORES: Readonly<Partial<Record<LineKind, number>>> = {
  "side-head": -4,
  "about-head": -5,
  aside: -0.5,
};

function scoreOf(
  kind: LineKind,
  text: string,
  words: number,
  ends: boolean,
  language: string,
): number {
  const fixed = SCORES[kind];
  if (fixed !== undefined) return fixed;
  const appeals = text.match(APPEAL)?.length ?? 0;
  let score = formScore(text, words, ends);
  const isSentence =
    words >= PROSE_WORDS && !isRow(text) && !INTRODUCES.test(text) && (ends || words < 25);
  if (isSentence && bindingShare(text, language) < FEW_BINDING_WORDS) score -= 1;
  if (appeals > 0) score -= (words < 25 ? 4 : 1) + Math.min(appeals, 3);
  if (words <= 80 && BIOGRAPHY.test(text)) score -= 5;
  return score;
}

function formScore(text: string, words: number, ends: boolean): number {
  if (ends && TRAILS_OFF.test(text)) return words < 20 ? 0.3 : 1.5;
  if (ends) return words < 5 ? 0 : 1 + Math.min(words, 50) / 10;
  if (words >= 25) return 1;
  if (isRow(text)) return -0.2;
  if (words >= 5 && INTRODUCES.test(text)) return 0;
  return words >= 8 ? -1 : -0.35;
}

/** Cells of a table, as readers of HTML part them. */
function isRow(text: string): boolean {
  return text.split(" | ").length > 2;
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
