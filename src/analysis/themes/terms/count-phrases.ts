/** Passages to their phrases of one to three words, counted on the theme and off it. */
import { primaryLanguage } from "../../../text/primary-language.js";
import { stemmerFor } from "../../../text/stemmer.js";
import { splitWords, type Word } from "../../../text/words.js";
import type { Hit } from "../theme-hits.js";
import type { CommonWords } from "./common-words.js";

/** A passage of an article. */
export interface PhraseRange {
  readonly article: string;
  readonly language: string;
  /** The whole text that the offsets count in. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** Whether it is on the theme. */
  readonly isOn: boolean;
  /** Uses in it of terms that the lexicon has. */
  readonly known: readonly Hit[];
}

export interface PhraseCount {
  /** Stems with spaces between them: equal for phrases that differ in their endings only. */
  readonly key: string;
  /** The commonest of its forms on the theme. */
  readonly written: string;
  readonly on: number;
  readonly off: number;
  /** Articles with it on the theme. */
  readonly articles: ReadonlySet<string>;
  /** Whether a term of the lexicon stands in it. */
  readonly isKnown: boolean;
  readonly examples: readonly PhrasePlace[];
}

interface PhrasePlace {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** Counts what the passages on the theme hold; what stands in others alone is left out. */
export function countPhrases(
  ranges: readonly PhraseRange[],
  common: CommonWords,
): readonly PhraseCount[] {
  const tallies = new Map<string, Tally>();
  for (const range of ranges) if (range.isOn) forEachPhrase(range, common, tallyOn(tallies));
  for (const range of ranges) {
    if (range.isOn) continue;
    forEachPhrase(range, common, ({ key }) => {
      const tally = tallies.get(key);
      if (tally !== undefined) tally.off += 1;
    });
  }
  return [...tallies].map(([key, { forms, ...tally }]) => ({
    ...tally,
    key: key.slice(key.indexOf(" ") + 1),
    written: commonest(forms),
  }));
}

const LONGEST = 3;
const MOST_EXAMPLES = 3;

interface Tally {
  on: number;
  off: number;
  isKnown: boolean;
  readonly articles: Set<string>;
  readonly forms: Map<string, number>;
  readonly examples: PhrasePlace[];
}

interface Phrase {
  /** Language, then stems. */
  readonly key: string;
  readonly range: PhraseRange;
  readonly start: number;
  readonly end: number;
}

function tallyOn(tallies: Map<string, Tally>) {
  return ({ key, range, start, end }: Phrase): void => {
    let tally = tallies.get(key);
    if (tally === undefined) {
      const empty = { articles: new Set<string>(), forms: new Map<string, number>(), examples: [] };
      tally = { on: 0, off: 0, isKnown: false, ...empty };
      tallies.set(key, tally);
    }
    tally.on += 1;
    if (range.known.some((hit) => start < hit.end && hit.start < end)) tally.isKnown = true;
    const written = range.text.slice(start, end).replace(/\s+/g, " ");
    tally.forms.set(written, (tally.forms.get(written) ?? 0) + 1);
    if (tally.articles.has(range.article)) return;
    tally.articles.add(range.article);
    if (tally.examples.length < MOST_EXAMPLES) {
      tally.examples.push({ article: range.article, start, end });
    }
  };
}

function forEachPhrase(
  range: PhraseRange,
  common: CommonWords,
  take: (phrase: Phrase) => void,
): void {
  const { language, text, start, end } = range;
  const words = splitWords(text.slice(start, end)).map((word) => ({
    ...word,
    start: start + word.start,
    end: start + word.end,
  }));
  const stem = stemmerFor(language);
  for (const [first, word] of words.entries()) {
    if (common.has(word.folded, language)) continue;
    let key = primaryLanguage(language);
    for (let last = first; last < Math.min(words.length, first + LONGEST); last += 1) {
      const next = words[last];
      if (next === undefined || (last > first && !isRunOn(next, words[last - 1], text))) break;
      key += ` ${stem(next.folded)}`;
      if (!common.has(next.folded, language)) {
        take({ key, range, start: word.start, end: next.end });
      }
    }
  }
}

/** A phrase runs over a space or a hyphen, not over a quotation mark. */
function isRunOn(word: Word, before: Word | undefined, text: string): boolean {
  if (before === undefined || !word.joined) return false;
  return (
    word.start - before.end === 1 || /^[\s\p{Pd}'’]*$/u.test(text.slice(before.end, word.start))
  );
}

/** The commonest form; of two as common the one in lower case, which is no sentence's first word. */
function commonest(forms: ReadonlyMap<string, number>): string {
  const [first] = [...forms].sort(
    ([a, used], [b, other]) => other - used || capitals(a) - capitals(b) || (a < b ? -1 : 1),
  );
  return first?.[0] ?? "";
}

function capitals(text: string): number {
  return [...text].filter((letter) => letter !== letter.toLowerCase()).length;
}
