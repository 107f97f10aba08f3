/** Text to its BCP 47 language tag: script first, then function words, then letter n-grams (eld). */
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { FUNCTION_WORDS, SCRIPT_LANGUAGES, type ScriptLanguages } from "./language-words.js";

/** Characters looked at: enough for certainty, and a bound on the work for long texts. */
const SAMPLE = 2000;
/** Fewer words than this decide nothing by their function words. */
const MIN_WORDS = 12;
/** Share of function words that a text in a language has at the least. */
const MIN_SHARE = 0.1;
/** How far the best language must be ahead of the next. */
const MIN_LEAD = 1.3;

/** Tells the language of a text; `und` where nothing can be told. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE);
  const script = mainScript(sample);
  if (script === null) return "und";
  if (script.languages.length === 1) return script.languages[0] ?? "und";
  return (
    byOwnLetters(sample, script) ??
    byFunctionWords(sample, script.languages) ??
    byNgrams(sample) ??
    script.fallback
  );
}

/**
 * The same by script and function words alone: cheap, and null where they leave a doubt.
 * @param expected the language that it would be; in another script, less is needed to be sure
 */
export function surelyDetectLanguage(text: string, expected: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const script = mainScript(sample);
  if (script === null) return null;
  if (script.languages.length === 1) return script.languages[0] ?? null;
  const told = byOwnLetters(sample, script) ?? byFunctionWords(sample, script.languages, SURE);
  if (told !== null || script.fallback === "und" || script.languages.includes(expected))
    return told;
  return script.fallback;
}

/** What prose has in every language; lists of works and addresses have less. */
const SURE = { share: 0.15, words: 5 };

function mainScript(sample: string): ScriptLanguages | null {
  const counts = SCRIPT_LANGUAGES.map(() => 0);
  for (let index = 0; index < sample.length; index += 1) {
    const script = SCRIPT_OF_UNIT[sample.charCodeAt(index)] ?? 0;
    if (script > 0) counts[script - 1] = (counts[script - 1] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  return most === 0 ? null : (SCRIPT_LANGUAGES[counts.indexOf(most)] ?? null);
}

/** One more than the position of its script, for every code unit; 0 for what is no letter. */
const SCRIPT_OF_UNIT = new Uint8Array(0x10000);
for (const [position, { ranges }] of SCRIPT_LANGUAGES.entries()) {
  for (const [first, last] of ranges) SCRIPT_OF_UNIT.fill(position + 1, first, last + 1);
}

/** A letter of another language may stand in a name: one in two hundred is no accident. */
const OWN_LETTERS = 0.005;

function byOwnLetters(sample: string, { ownLetters = [] }: ScriptLanguages): string | null {
  for (const [language, letters] of ownLetters) {
    const count = sample.match(letters)?.length ?? 0;
    if (count >= 2 && count >= sample.length * OWN_LETTERS) return language;
  }
  return null;
}

function byFunctionWords(
  sample: string,
  languages: readonly string[],
  least = { share: MIN_SHARE, words: 0 },
): string | null {
  const hits = languages.map(() => 0);
  const words = countHits(sample.toLowerCase(), positionsOf(languages), hits);
  if (words < MIN_WORDS) return null;
  const scores = languages.map((language, position) => ({
    language,
    hits: hits[position] ?? 0,
    share: (hits[position] ?? 0) / words,
  }));
  scores.sort((a, b) => b.share - a.share);
  const [first, second] = scores;
  if (first === undefined || first.share < least.share || first.hits < least.words) {
    return null;
  }
  return first.share >= (second?.share ?? 0) * MIN_LEAD ? first.language : null;
}

/** Counts runs of letters and their marks; those that are known count for their languages too. */
function countHits(text: string, { words, lengths }: KnownWords, hits: number[]): number {
  let count = 0;
  let start = -1;
  for (let index = 0; index <= text.length; index += 1) {
    const isLetter = index < text.length && isLetterAt(text, index);
    if (isLetter && start === -1) start = index;
    if (isLetter || start === -1) continue;
    count += 1;
    // Most words are ruled out by their first letter and length, before any is cut out of the text.
    if (((lengths[text.charCodeAt(start)] ?? 0) & bitOf(index - start)) !== 0) {
      const found = words.get(text.slice(start, index)) ?? NONE;
      for (const position of found) hits[position] = (hits[position] ?? 0) + 1;
    }
    start = -1;
  }
  return count;
}

/** One bit for each length; the last is shared by all that are longer. */
function bitOf(length: number): number {
  return 1 << Math.min(length, 30);
}

/** 1 for letters and marks, 2 for all else, 0 for code units that no text had yet. */
const LETTERS = new Uint8Array(0x10000);

function isLetterAt(text: string, index: number): boolean {
  const unit = text.charCodeAt(index);
  if (unit >= 0xd800 && unit <= 0xdfff) return isLetterOfPair(text, index, unit);
  let known = LETTERS[unit];
  if (known === 0) {
    known = LETTER.test(text.charAt(index)) ? 1 : 2;
    LETTERS[unit] = known;
  }
  return known === 1;
}

const LETTER = /^[\p{L}\p{M}]$/u;

function isLetterOfPair(text: string, index: number, unit: number): boolean {
  const first = unit >= 0xdc00 && index > 0 ? index - 1 : index;
  const whole = text.codePointAt(first) ?? 0;
  return whole > 0xffff && LETTER.test(String.fromCodePoint(whole));
}

const NONE: readonly number[] = [];

interface KnownWords {
  /** Function words to the places, in the list, of the languages that have them. */
  readonly words: ReadonlyMap<string, readonly number[]>;
  /** By the first code unit of the words, their lengths as bits. */
  readonly lengths: Int32Array;
}

const positions = new Map<readonly string[], KnownWords>();

function positionsOf(languages: readonly string[]): KnownWords {
  const kept = positions.get(languages);
  if (kept !== undefined) return kept;
  const words = new Map<string, number[]>();
  const lengths = new Int32Array(0x10000);
  for (const [position, language] of languages.entries()) {
    for (const word of FUNCTION_WORDS.get(language) ?? []) {
      words.set(word, [...(words.get(word) ?? []), position]);
      const first = word.charCodeAt(0);
      lengths[first] = (lengths[first] ?? 0) | bitOf(word.length);
    }
  }
  const known = { words, lengths };
  positions.set(languages, known);
  return known;
}

interface Detector {
  detect(text: string): { readonly language: string; isReliable(): boolean };
}

let detector: Detector | null = null;

/** Fewer characters than these could be of any language. */
const MIN_NGRAM_SAMPLE = 20;

/** Loading the n-grams takes about 200 ms, so that only texts load them which need them. */
function byNgrams(sample: string): string | null {
  if (sample.trim().length < MIN_NGRAM_SAMPLE) return null;
  detector ??= loadDetector();
  const result = detector.detect(sample);
  if (result.language === "" || !result.isReliable()) return null;
  // Every fifth vowel of Azerbaijani is this one; Turkish has it not.
  return result.language === "az" && !/ə/i.test(sample) ? "tr" : result.language;
}

function loadDetector(): Detector {
  const path = fileURLToPath(import.meta.resolve("eld/extrasmall"));
  const module: { readonly eld: Detector } = createRequire(import.meta.url)(path);
  return module.eld;
}
