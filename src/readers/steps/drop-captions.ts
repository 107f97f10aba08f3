/** Takes out picture credits and the captions beside them. */
import { findPlainDates } from "../../text/dates/index.js";
import { AGENCY_NAMES } from "../agencies.js";
import { findDateline } from "../dateline.js";
import { type Draft, type Line, withoutLines } from "../draft.js";
import { MAX_RULE_LINE } from "../limits.js";
import { comparable, countWords, endsSentence, isOneSentence } from "../line-shape.js";
import { PHOTO_BANKS, PHOTO_LABELS, POSITION_WORDS } from "../line-words.js";
import type { RuleName } from "../rules.js";

const MAX_CREDIT_WORDS = 12;
const MAX_CAPTION_WORDS = 60;

export function dropCaptions(draft: Draft): Draft {
  const { lines, language } = draft;
  const title = comparable(lines[0]?.text.slice(0, MAX_RULE_LINE) ?? "");
  const isTitle = (line: Line) => comparable(line.text) === title;
  const rules = new Map<Line, RuleName>();
  let inBody = false;
  for (const [index, line] of lines.entries()) {
    if (line.text.length > MAX_RULE_LINE) inBody = true;
    if (line.text.length > MAX_RULE_LINE || rules.has(line)) continue;
    if (isDatelineAlone(line.text, language)) continue;
    const words = countWords(line.text, MAX_CAPTION_WORDS);
    if (isCreditedCaption(line.text, words)) rules.set(line, "caption");
    else if (isCredit(line.text, words)) {
      rules.set(line, "credit-line");
      const before = lines[index - 1];
      const after = lines[index + 1];
      if (before && !isTitle(before) && isCaptionBefore(before, line, inBody)) {
        if (!rules.has(before)) rules.set(before, "caption");
      } else if (after && !isTitle(after) && isCaptionAfter(after.text, language)) {
        rules.set(after, "caption");
      }
    } else if (endsSentence(line.text)) inBody = true;
  }
  return withoutLines(draft, rules);
}

/** `TRIPOLI, May 5 (Reuters)` on a line of its own looks like what a picture shows, and its owner. */
function isDatelineAlone(text: string, language: string): boolean {
  if (text.length > MAX_DATELINE || !/^\p{Lu}{3}/u.test(text)) return false;
  return (findDateline(text, language)?.length ?? 0) >= text.length;
}

const MAX_DATELINE = 120;

const banks = new Set(PHOTO_BANKS.map(comparable));

function isOwner(name: string): boolean {
  return banks.has(comparable(name)) || AGENCY_NAMES.has(name);
}

const HANDLE = /^(?:[\p{L}\p{N} .]{2,30}\s?[/|:]\s?)?@[\w.]{2,40}$/u;
const LABELLED = new RegExp(
  `^[([]?(?:${PHOTO_LABELS})(?:\\s?(?:by|via|courtesy of|credit|copyright|source)\\s|\\s?[:：©/|])\\s?\\S`,
  "iu",
);
const OWNED = /^©\s?\S/u;

/** `Facebook / @name`, `Photo: AFP`, `Goran Tomasevic / Reuters`, `Getty Images`. */
function isCredit(text: string, words = countWords(text, MAX_CREDIT_WORDS)): boolean {
  if (text.includes("@") && HANDLE.test(text)) return true;
  if (words > MAX_CREDIT_WORDS || endsSentence(text.replace(/\.$/, ""))) return false;
  if (LABELLED.test(text) || OWNED.test(text)) return true;
  if (banks.has(comparable(text))) return true;
  return isSlashCredit(text);
}

/** A name and an owner around a slash: `AFP / Mahmud Turkia`, `EPA/STR`, `X/Anadolu via Getty Images`. */
function isSlashCredit(text: string): boolean {
  const parts = text.replace(/[()[\]]/g, "").split(/\s?\/\s?|\s+via\s+/u);
  if (parts.length < 2 || parts.length > 4) return false;
  // A paper that owns no pictures passed an agency's words on.
  if (/\svia\s/u.test(text) && !isOwner(parts.at(-1) ?? "")) return false;
  return parts.some(isOwner) && parts.every((part) => countWords(part, 5) <= 5);
}

/** Code units of the longest label. */
const MAX_LABEL = 40;
const CAPTION = / caption[:\s]/iu;
const CAPTION_LABEL = new RegExp(`^(?:${PHOTO_LABELS}) caption[:\\s]`, "iu");
const TRAILING_BRACKET = /[([]([^()[\]]{2,80})[)\]]\.?$/u;
const TRAILING_LABEL = new RegExp(
  `(?:[|–—-]|[.!?])\\s?(?:${PHOTO_LABELS})\\s?[:：©]\\s?[^.!?]{1,60}$`,
  "iu",
);
const BRACKET_LABEL = new RegExp(
  `^(?:${PHOTO_LABELS})(?:\\s?[:：©/|]|\\s(?:by|via|courtesy)\\s|$)`,
  "iu",
);

/** A line that describes a picture and ends with who took it. */
function isCreditedCaption(text: string, words: number): boolean {
  if (words > MAX_CAPTION_WORDS) return false;
  const front = text.slice(0, MAX_LABEL);
  if (CAPTION.test(front) && CAPTION_LABEL.test(front)) return true;
  const tail = text.slice(-120);
  if (/[:：©]/.test(tail) && TRAILING_LABEL.test(tail)) return true;
  const bracket = /[)\]]\.?$/.test(tail.slice(-2)) ? TRAILING_BRACKET.exec(tail.slice(-90)) : null;
  const inside = bracket?.[1];
  if (bracket === null || inside === undefined || bracket[0] === text) return false;
  const described = text.slice(0, text.length - bracket[0].length).trimEnd();
  if (BRACKET_LABEL.test(inside)) return true;
  if (isSlashCredit(inside)) return !isSignedOff(described, inside);
  return isOwner(inside) && !endsSentence(described) && countWords(described, 2) > 2;
}

/** Agencies sign their last paragraph with themselves and an editor: `… at noon. (dpa/gem)`. */
function isSignedOff(described: string, inside: string): boolean {
  if (!endsSentence(described)) return false;
  return !isOneSentence(described) || /(?:^|\/)\p{Ll}{2,4}(?:\/|$)/u.test(inside);
}

/** In the same block, or after prose: a line without a stop above a credit is what it credits. */
function isCaptionBefore(line: Line, credit: Line, inBody: boolean): boolean {
  if (
    line.text.length > MAX_RULE_LINE ||
    countWords(line.text, MAX_CAPTION_WORDS) > MAX_CAPTION_WORDS
  )
    return false;
  return (inBody || !credit.gap) && !endsSentence(line.text) && !isCredit(line.text);
}

const POSITIONS = new RegExp(`\\((?:${POSITION_WORDS})\\)`, "iu");

/**
 * Below a credit: a line of prose is a caption where it has no stop, names positions in the
 * picture, or ends with place and day in brackets, as agencies end theirs.
 */
function isCaptionAfter(text: string, language: string): boolean {
  if (text.length > MAX_RULE_LINE || countWords(text, MAX_CAPTION_WORDS) > MAX_CAPTION_WORDS)
    return false;
  if (!endsSentence(text)) return countWords(text, 3) > 3 && !/[:,;]$/u.test(text);
  if (!isOneSentence(text)) return false;
  if (POSITIONS.test(text)) return true;
  const inside = TRAILING_BRACKET.exec(text.slice(-90))?.[1];
  return inside !== undefined && findPlainDates(inside, language).length > 0;
}
