/**
 * Text to sentences with their offsets: rules over what stands before and after each stop, with
 * tables per language; Unicode's default rules where there is no table. Paragraphs (parted by a
 * blank line) and the entries of a list always part sentences.
 */
import type { Span } from "../model/analysis.js";
import { endsSentence } from "./sentence-ends.js";
import { pushSpans } from "./sentence-spans.js";
import { type SentenceWords, sentenceWords } from "./sentence-words.js";
import type { StopPlace } from "./stop-place.js";
import { splitByUnicode } from "./unicode-sentences.js";

/**
 * Splits a text into sentences, in order, without the white space between them.
 * @param language BCP 47 tag
 */
export function splitSentences(text: string, language: string): Span[] {
  const words = sentenceWords(language);
  if (words === null) return splitByUnicode(text, language);
  return splitByRules(text, splitParagraphs(text), words);
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

function splitByRules(text: string, paragraphs: readonly Range[], words: SentenceWords): Span[] {
  const sentences: Span[] = [];
  const stops = words.asksBySemicolon ? GREEK_STOPS : STOPS;
  stops.lastIndex = 0;
  let match = stops.exec(text);
  for (const { start, end: limit } of paragraphs) {
    let sentence = start;
    while (match !== null && match.index < limit) {
      const place = placeOf(text, sentence, match, limit);
      if (match.index >= start && ends(text, place, words)) {
        pushSpans(sentences, text, sentence, place.end);
        sentence = place.end;
      }
      stops.lastIndex = Math.max(stops.lastIndex, place.end);
      match = stops.exec(text);
    }
    pushSpans(sentences, text, sentence, limit);
  }
  return sentences;
}

function placeOf(text: string, sentence: number, match: RegExpExecArray, limit: number): StopPlace {
  const start = match.index;
  const [mark] = match;
  const after = start + mark.length;
  const end = mark === "\n" ? start : endOfClosers(text, after);
  return { sentence, start, end, limit, mark, closed: end > after };
}

function ends(text: string, place: StopPlace, words: SentenceWords): boolean {
  return place.mark === "\n"
    ? startsEntry(text, place.sentence, place.start)
    : endsSentence(text, place, words);
}

/** Stops, and line breaks before what looks like the mark of a list entry. */
const STOPS =
  /\.(?:[ \u00a0]\.){2,}|[.!?…؟۔。！？।]+|\n(?=[^\S\n]{0,8}(?:[•▪◦‣●■*–—-]|\p{N}{1,2}[.)]|\p{L}\))[^\S\n])/gu;
const GREEK_STOPS = new RegExp(STOPS.source.replace("[.!?", "[.!?;\u037e"), "gu");

/** Where the quotation marks and brackets end that close behind a stop. */
function endOfClosers(text: string, after: number): number {
  const code = text.charCodeAt(after);
  if (code === SPACE && text.charCodeAt(after + 1) !== CLOSING_GUILLEMET) return after;
  CLOSERS.lastIndex = after;
  return CLOSERS.test(text) ? CLOSERS.lastIndex : after;
}

const SPACE = 0x20;
const CLOSING_GUILLEMET = 0xbb;
const CLOSERS =
  /(?:["'“‘«](?![\p{L}\p{N}])|[”’)\]}›」』»]|[\s\p{Zs}]»(?![\p{L}\p{N}])|\[\p{N}{1,3}\])+/uy;

/** Whether the line behind a break is an entry, and not the wrapped rest of a sentence. */
function startsEntry(text: string, sentence: number, at: number): boolean {
  if (BULLET.test(text.slice(at + 1, at + 10))) return true;
  const before = text.slice(sentence, at);
  return /[.:;!?…»”"؟؛]\s*$/u.test(before.slice(-9)) || ENTRY.test(before.slice(0, 40));
}

const BULLET = /^\s*[•▪◦‣●■]/u;
const ENTRY = /^\s*(?:[•▪◦‣●■*–—-]|\p{N}{1,2}[.)]|\p{L}\))[^\S\n]/u;
