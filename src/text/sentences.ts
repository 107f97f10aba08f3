/**
 * Text to sentences with their offsets: rules over what stands before and after each full stop,
 * with tables per language. Paragraphs (parted by a blank line) always part sentences.
 */
import type { Span } from "../model/analysis.js";
import { type SentenceWords, sentenceWords } from "./sentence-words.js";

/**
 * Splits a text into sentences, in order, without the white space between them.
 * @param language BCP 47 tag; English rules where the language has none of its own
 */
export function splitSentences(text: string, language: string): Span[] {
  const words = sentenceWords(language);
  const sentences: Span[] = [];
  for (const block of splitParagraphs(text)) {
    let start = block.start;
    for (const spot of findSpots(text, block)) {
      if (spot.start < start || !endsSentence(text, { ...spot, sentence: start }, words)) continue;
      pushTrimmed(sentences, text, start, spot.end);
      start = spot.end;
    }
    pushTrimmed(sentences, text, start, block.end);
  }
  return sentences;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function splitParagraphs(text: string): Range[] {
  const blocks: Range[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    blocks.push({ start, end: gap.index });
    start = gap.index + gap[0].length;
  }
  blocks.push({ start, end: text.length });
  return blocks;
}

/** Code units. Longer ones are lists or pages without stops: cut, so that no rule goes quadratic. */
const LONGEST_SENTENCE = 4000;

function pushTrimmed(sentences: Span[], text: string, start: number, end: number): void {
  let from = start;
  while (from < end) {
    const to = from + lengthToKeep(text.slice(from, Math.min(end, from + LONGEST_SENTENCE + 1)));
    const slice = text.slice(from, to);
    const kept = slice.trim();
    const at = from + slice.indexOf(kept);
    if (kept !== "") sentences.push({ start: at, end: at + kept.length, text: kept });
    from = to;
  }
}

/** All of a text that is short enough; of a longer one what stands before its last space. */
function lengthToKeep(text: string): number {
  if (text.length <= LONGEST_SENTENCE) return text.length;
  const space = /\s\S*$/u.exec(text.slice(-LONGEST_WORD))?.index;
  if (space !== undefined) return text.length - LONGEST_WORD + space;
  const isPair = /[\ud800-\udbff]$/.test(text.slice(0, LONGEST_SENTENCE));
  return isPair ? LONGEST_SENTENCE - 1 : LONGEST_SENTENCE;
}

/** Code units that are searched for a space to cut at. */
const LONGEST_WORD = 200;

/** A place where a sentence may end. */
interface Spot extends Range {
  /** The stops themselves: `.`, `?!`, `...`. */
  readonly mark: string;
  /** Whether quotation marks or brackets close after the stops; `end` lies behind them. */
  readonly closed: boolean;
  /** End of the paragraph. */
  readonly limit: number;
}

const STOPS = /\.(?:[ \u00a0]\.){2,}|[.!?…؟۔。！？।]+/gu;
const CLOSERS = /(?:["'](?![\p{L}\p{N}])|[”’)\]}›」』]|[\s\p{Zs}]?»)+/uy;

function* findSpots(text: string, block: Range): Generator<Spot> {
  const stops = new RegExp(STOPS);
  stops.lastIndex = block.start;
  for (let match = stops.exec(text); match !== null; match = stops.exec(text)) {
    const start = match.index;
    if (start >= block.end) return;
    const after = start + match[0].length;
    CLOSERS.lastIndex = after;
    const closers = CLOSERS.exec(text)?.[0] ?? "";
    const end = after + closers.length;
    yield { start, end, mark: match[0], closed: closers !== "", limit: block.end };
    stops.lastIndex = end;
  }
}

/** How far the rules look to each side, in code units: keeps the work linear in the text. */
const REACH = 48;
const PARENTHESIS = 200;

interface Place extends Spot {
  /** Where the sentence so far begins. */
  readonly sentence: number;
}

function endsSentence(text: string, place: Place, words: SentenceWords): boolean {
  const { end, limit, mark } = place;
  const rest = text.slice(end, Math.min(limit, end + 2 * REACH));
  if (rest.trim() === "") return true;
  if (!/^[\s\p{Zs}]/u.test(rest)) return isGlued(text, place, rest);
  if (/^[^\S\n]*\n/.test(rest)) return true;
  const next = rest.replace(BEFORE_WORD, "");
  if (/^\p{Ll}/u.test(next) || /^\s*[,;:]/.test(rest)) return false;
  if (isInParentheses(text, place)) return false;
  if (/[!?؟！？]/u.test(mark)) return !isAttributed(place, next, words);
  if (mark !== "." || place.closed) return true;
  return endsAtFullStop(text, place, next, words);
}

/** Quotation marks, dashes and brackets that may stand before the first word of a sentence. */
const BEFORE_WORD = /^[\s\p{Zs}"'“”‘„«‹([{¿¡—–-]+/u;

/** `election.Turkey`: a lost space after a sentence, told from `example.com` by the letters' case. */
function isGlued(text: string, place: Place, rest: string): boolean {
  if (place.mark !== "." || place.closed) return /^[。！？।]$/u.test(place.mark);
  const before = text.slice(Math.max(place.sentence, place.start - REACH), place.start);
  const word = /\S*$/.exec(before)?.[0] ?? "";
  const after = /^\S*/.exec(rest)?.[0] ?? "";
  if (/[/@_=]/.test(word) || /[/@_=]|\.\p{L}/u.test(after)) return false;
  if (/\p{Lo}{2}$/u.test(word)) return /^\p{Lo}{2}/u.test(after);
  return /(?:\p{Ll}{2}|\p{N}{2})$/u.test(word) && /^\p{Lu}(?:\p{Ll}|$)/u.test(after);
}

function isInParentheses(text: string, place: Place): boolean {
  if (place.closed) return false;
  const before = text.slice(Math.max(place.sentence, place.start - PARENTHESIS), place.start);
  const open = Math.max(before.lastIndexOf("("), before.lastIndexOf("["));
  if (open < 0 || open < Math.max(before.lastIndexOf(")"), before.lastIndexOf("]"))) return false;
  return /[)\]]/.test(text.slice(place.end, Math.min(place.limit, place.end + PARENTHESIS)));
}

/** `"Why?" Putin asked.`: the question ends, its sentence does not. */
function isAttributed(place: Place, next: string, words: SentenceWords): boolean {
  if (!place.closed) return false;
  for (const word of next.split(/\s+/u, 4)) {
    if (words.speech.has(word.replace(/[^\p{L}]+$/u, "").toLowerCase())) return true;
    if (!/^\p{Lu}/u.test(word)) return false;
  }
  return false;
}

function endsAtFullStop(text: string, place: Place, next: string, words: SentenceWords): boolean {
  const before = text.slice(Math.max(place.sentence, place.start - REACH), place.start);
  const word = /[\p{L}\p{M}\p{N}.№-]+$/u.exec(before)?.[0] ?? "";
  const isOpener = words.openers.has(
    lower(/^[\p{L}\p{M}]+(?![\p{L}\p{M}.])/u.exec(next)?.[0] ?? ""),
  );
  const key = lower(word);
  if (text.slice(place.sentence, place.start).trim() === word && isListMark(word)) return false;
  if (/^\p{N}+$/u.test(word)) return !words.ordinals || word.length > 3 || isOpener;
  if (words.ordinals && /^[IVX]+$/.test(word)) return isOpener;
  if (words.counters.has(key)) return !/^[\p{N}IVX]/u.test(next) && !isInitial(word);
  if (words.titles.has(key)) return false;
  if (words.abbreviations.has(key)) return isOpener;
  if (isInitial(word))
    return isOpener && /\p{Ll}{2}[\s\p{Zs}]$/u.test(before.slice(0, -word.length));
  if (/^(?:\p{L}\.-?)+\p{L}$/u.test(word)) return isOpener;
  return true;
}

/** `1.` or `a.` alone before the words of a list entry. */
function isListMark(word: string): boolean {
  return /^(?:\p{N}{1,3}|\p{Ll}|[IVX]+)$/u.test(word);
}

/** One letter: of a name, or of an abbreviation. */
function isInitial(word: string): boolean {
  return /^[\p{Lu}\p{Lo}]\p{M}*$/u.test(word);
}

/** Lower case that Turkish capitals survive: `İ` and `I` both come out as table words have them. */
function lower(word: string): string {
  return word.toLowerCase().normalize("NFKC").replace("i̇", "i");
}
