/** An article's passages to the hashes of what each tells, packed: words, names, who speaks. */
import type { ArticleAnalysis, NameUse, Passage } from "../../model/analysis.js";
import { type Article, articleText } from "../../model/article.js";
import { splitWords, type Word } from "../../text/words.js";
import { spansIn } from "../spans.js";
import { hashTerm } from "./hash-term.js";
import { type Term, type Tongue, tongueOf } from "./tongue.js";

export type ReadAnalysis = Pick<ArticleAnalysis, "passages" | "names" | "attributions">;

export interface PassageTerms {
  /** Passage by passage its words, then names and entities; each once in a passage. */
  readonly hashes: Float64Array;
  /** Where the words of each passage begin and where its names do, and the end of all. */
  readonly starts: Int32Array;
  /** For each passage whether it negates or denies, by `NEGATES` and `DENIES`. */
  readonly negated: Uint8Array;
}

export const NEGATES = 1;
export const DENIES = 2;

/** Kept with the names of an article: cheapest while its words have just been split. */
export function readPassageTerms(article: Article, analysis: ReadAnalysis): PassageTerms {
  const kept = read.get(analysis.names);
  if (kept !== undefined && kept.negated.length === analysis.passages.length) return kept;
  const terms = readTerms(article, analysis);
  read.set(analysis.names, terms);
  return terms;
}

const read = new WeakMap<readonly NameUse[], PassageTerms>();

/** Whether the passage holds one of the words. */
export function holdsWord(
  { hashes, starts }: PassageTerms,
  passage: number,
  words: ReadonlySet<number>,
): boolean {
  const end = starts[2 * passage + 1] ?? 0;
  for (let at = starts[2 * passage] ?? 0; at < end; at += 1) {
    if (words.has(hashes[at] ?? 0)) return true;
  }
  return false;
}

function readTerms(article: Article, analysis: ReadAnalysis): PassageTerms {
  const { passages } = analysis;
  const text = articleText(article);
  const tongue = tongueOf(article.language);
  const words = splitWords(text);
  const starts = new Int32Array(2 * passages.length + 1);
  const negated = new Uint8Array(passages.length);
  const hashes: number[] = [];
  for (const [index, passage] of passages.entries()) {
    starts[2 * index] = hashes.length;
    const own = { passage, text, words, names: namesIn(passage, analysis), tongue };
    const { names, turned } = readWords(own, hashes);
    starts[2 * index + 1] = hashes.length;
    for (const hash of names) hashes.push(hash);
    for (const entity of entitiesIn(passage, own.names, analysis)) {
      hashes.push(hashTerm(`@${entity}`));
    }
    negated[index] = turned;
  }
  starts[2 * passages.length] = hashes.length;
  return { hashes: Float64Array.from(hashes), starts, negated };
}

function namesIn(passage: Passage, { names }: ReadAnalysis): readonly NameUse[] {
  return names.length === 0
    ? names
    : spansIn(names, passage).filter(
        ({ start, end }) => start >= passage.start && end <= passage.end,
      );
}

function entitiesIn(
  passage: Passage,
  names: readonly NameUse[],
  { attributions }: ReadAnalysis,
): ReadonlySet<string> {
  const entities = new Set(names.map(({ entity }) => entity));
  for (const { entity } of spansIn(attributions, passage)) {
    if (entity !== null) entities.add(entity);
  }
  return entities;
}

interface PassageWords {
  readonly passage: Passage;
  /** Of the article. */
  readonly text: string;
  readonly words: readonly Word[];
  readonly names: readonly NameUse[];
  readonly tongue: Tongue;
}

let readings = 0;

/** @param hashes takes in the words @returns the names */
function readWords(
  { passage, text, words, names, tongue }: PassageWords,
  hashes: number[],
): { readonly names: readonly number[]; readonly turned: number } {
  readings += 1;
  const found: number[] = [];
  let turned = 0;
  let name = 0;
  for (let at = firstBehind(words, passage.start); at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || word.start >= passage.end) break;
    const { folded, start, end } = word;
    while (name < names.length && (names[name]?.end ?? 0) <= start) name += 1;
    const use = names[name];
    const isName = use !== undefined && use.start <= start && end <= use.end;
    const known = tongue.wordOf(folded);
    if (known.isNegation) turned |= NEGATES;
    if (known.isDenial) turned |= DENIES;
    const term = tongue.termOf(known, text, start, start - passage.start, isName);
    if (term === null || term.lastReading === readings) continue;
    term.lastReading = readings;
    if (isUnknownName(term)) found.push(term.hash);
    else hashes.push(term.hash);
  }
  return { names: found, turned };
}

export function isUnknownName({ term }: Pick<Term, "term">): boolean {
  return term.charCodeAt(0) === EQUALS;
}

const EQUALS = 0x3d;

/** A word that a border of the passage cuts is no word of it. */
function firstBehind(words: readonly Word[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? Infinity) >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
}
