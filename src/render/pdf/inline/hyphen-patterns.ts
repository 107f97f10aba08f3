/** A word and its language in, the places where it may be hyphenated out (Liang, 1983). */
import { createRequire } from "node:module";
import { remember } from "../remember.js";
import { knownLanguage } from "./known-language.js";

/**
 * @param word letters only
 * @param language BCP 47
 * @returns offsets in UTF-16 units, in order; none in a language without patterns
 */
export function hyphenateWord(word: string, language: string): readonly number[] {
  if (word.length < SHORTEST_WORD) return [];
  const hyphenate = hyphenatorOf(language);
  if (!hyphenate) return [];
  const lower = word.toLocaleLowerCase(knownLanguage(language));
  if (lower.length !== word.length) return [];
  return remember(hyphenate.known, lower, () => {
    const offsets: number[] = [];
    let at = 0;
    for (const syllable of hyphenate.split(lower)) {
      at += syllable.length;
      if (at >= SHORTEST_PART && at <= word.length - SHORTEST_PART) offsets.push(at);
    }
    return offsets;
  });
}

/** `hyphenate-limit-chars` as browsers have it. */
const SHORTEST_WORD = 5;
const SHORTEST_PART = 2;

/** Files of the package `hyphen`; the first tag that fits counts. */
const PATTERNS: readonly (readonly [language: RegExp, file: string])[] = [
  [/^en-(?:gb|au|ie|nz|za|in)\b/i, "en-gb"],
  [/^en\b/i, "en-us"],
  [/^tr\b/i, "tr"],
  [/^ru\b/i, "ru"],
  [/^el-.*polyton/i, "el-polyton"],
  [/^el\b/i, "el-monoton"],
  [/^fr\b/i, "fr"],
  [/^de-.*1901/i, "de-1901"],
  [/^de-ch\b/i, "de-ch-1901"],
  [/^de\b/i, "de-1996"],
  [/^es\b/i, "es"],
  [/^it\b/i, "it"],
];

interface Hyphenator {
  split(word: string): readonly string[];
  readonly known: Map<string, readonly number[]>;
}

const byLanguage = new Map<string, Hyphenator | undefined>();
const byFile = new Map<string, Hyphenator>();

function hyphenatorOf(language: string): Hyphenator | undefined {
  return remember(byLanguage, language, () => {
    const file = PATTERNS.find(([pattern]) => pattern.test(language))?.[1];
    return file === undefined ? undefined : remember(byFile, file, () => loadHyphenator(file));
  });
}

type CreateHyphenator = (patterns: unknown, options: object) => (text: string) => string;

/** Layout does not wait for anything, so patterns are read where they are first needed. */
function loadHyphenator(file: string): Hyphenator {
  const require = createRequire(import.meta.url);
  const create: CreateHyphenator = require("hyphen/hyphen.js");
  const insertHyphens = create(require(`hyphen/patterns/${file}.js`), { html: false });
  return { split: (word) => insertHyphens(word).split("\u00ad"), known: new Map() };
}
