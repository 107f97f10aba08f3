/** A text to the uses of theme terms that count in it: masked ones out, the longer of two kept. */
import { ANY_LANGUAGE, type ThemesFile } from "../../model/lexicon.js";
import { primaryLanguage } from "../../text/primary-language.js";
import { stemmerFor } from "../../text/stemmer.js";
import { matchTerms, type TermMatch, withoutOverlaps } from "../../text/term-index.js";
import { splitWords, type Word } from "../../text/words.js";
import type { TermLevel, TermMeaning, ThemeMatcher } from "./theme-matcher.js";

/** A use of a term that counts. */
export interface Hit {
  readonly theme: string;
  readonly level: TermLevel;
  /** As the lexicon has it. */
  readonly term: string;
  /** Range in the text. */
  readonly start: number;
  readonly end: number;
}

export interface TermReading {
  readonly text: string;
  readonly wordCount: number;
  /** Whether the text is about the region that the lexicon is made for. */
  readonly inContext: boolean;
  /** By start. */
  readonly hits: readonly Hit[];
}

type Match = TermMatch<TermMeaning>;

export function readTerms(text: string, language: string, matcher: ThemeMatcher): TermReading {
  const words = splitWords(text);
  const spoken = spokenLanguages(language, matcher.file);
  const matches = matchAll(text, words, language, matcher).filter(
    ({ entry: { value } }) =>
      !("language" in value) || value.language === null || spoken.has(value.language),
  );
  const blanked = wordsUnder(matches, (value) => value.kind === "mask" && value.theme === null);
  const elsewhere = wordsUnder(matches, (value) => value.kind === "context-mask");
  const hits = matcher.file.themes.flatMap(({ id }) =>
    hitsOf(id, matches, blanked, matcher.file).flatMap(({ entry: { value }, first, last }) => {
      const start = words[first]?.start;
      const end = words[last]?.end;
      if (value.kind !== "term" || start === undefined || end === undefined) return [];
      return [{ theme: id, level: value.level, term: value.term, start, end }];
    }),
  );
  return {
    text,
    wordCount: words.length,
    inContext: matches.some((m) => m.entry.value.kind === "context" && !touches(m, elsewhere)),
    hits: hits.sort((a, b) => a.start - b.start),
  };
}

function matchAll(
  text: string,
  words: readonly Word[],
  language: string,
  { index, stemmedFor }: ThemeMatcher,
): Match[] {
  const matches = matchTerms(index, text, words);
  if (stemmedFor === null) return matches;
  const stem = stemmerFor(language);
  const stems = words.map((word) => ({ ...word, folded: stem(word.folded) }));
  return [...matches, ...matchTerms(stemmedFor(language), text, stems)];
}

/** The hits that lie inside a range. */
export function hitsWithin(hits: readonly Hit[], start: number, end: number): Hit[] {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? end) < start) low = middle + 1;
    else high = middle;
  }
  const inside: Hit[] = [];
  for (let at = low; at < hits.length; at += 1) {
    const hit = hits[at];
    if (hit === undefined || hit.start >= end) break;
    if (hit.end <= end) inside.push(hit);
  }
  return inside;
}

/** One use of each term. */
export function oncePerTerm(hits: readonly Hit[]): Hit[] {
  return [...new Map(hits.map((hit) => [hit.term, hit])).values()];
}

/** The language tags whose terms count: the text's own, or all where the lexicon lacks it. */
function spokenLanguages(language: string, file: ThemesFile): ReadonlySet<string> {
  const tags = new Set([
    ...file.themes.flatMap(({ terms }) => Object.keys(terms)),
    ...Object.keys(file.mask),
  ]);
  const own = [...tags].filter((tag) => primaryLanguage(tag) === primaryLanguage(language));
  return own.length > 0 ? new Set([...own, ANY_LANGUAGE]) : tags;
}

function hitsOf(
  theme: string,
  matches: readonly Match[],
  blanked: ReadonlySet<number>,
  { weights }: ThemesFile,
): Match[] {
  const own = wordsUnder(matches, (value) => value.kind === "mask" && value.theme === theme);
  const scored = matches.filter(
    (match) =>
      match.entry.value.kind === "term" &&
      match.entry.value.theme === theme &&
      !touches(match, blanked) &&
      !touches(match, own),
  );
  return withoutOverlaps(scored, (value) => (value.kind === "term" ? weights[value.level] : 0));
}

function wordsUnder(
  matches: readonly Match[],
  covers: (value: TermMeaning) => boolean,
): ReadonlySet<number> {
  const words = new Set<number>();
  for (const match of matches) {
    if (!covers(match.entry.value)) continue;
    for (let word = match.first; word <= match.last; word += 1) words.add(word);
  }
  return words;
}

function touches(match: Match, words: ReadonlySet<number>): boolean {
  for (let word = match.first; word <= match.last; word += 1) if (words.has(word)) return true;
  return false;
}
