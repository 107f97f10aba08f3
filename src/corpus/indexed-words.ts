/** Text to the folded words that the index holds, and to where they stand in it. */
import { fold } from "../text/fold.js";

/** The folded words of a text, in text order. */
export function indexedWords(text: string): string[] {
  return foldForIndex(text).match(INDEXED) ?? [];
}

/**
 * The folded copy whose runs of letters and digits are the words: `U.N.` is one, `20,000` are two.
 * Latin text is folded as a whole, which is what makes indexing fast; other runs are remembered.
 */
export function foldForIndex(text: string): string {
  const plain = DOTTED.test(text)
    ? text.replace(ACRONYMS, (acronym) => acronym.replaceAll(".", ""))
    : text;
  return plain.replace(BEYOND_ASCII, foldRun).toLowerCase();
}

const BEYOND_ASCII = /[^\0-\x7f]+/g;
const INDEXED = /[a-z0-9\u0080-\uffff]+/g;
const DOTTED = /[A-Za-z]\.[A-Za-z]/;
const ACRONYM = /(?<![\p{L}\p{M}\p{N}\p{Cf}])[A-Za-z](?:\.[A-Za-z])+(?![\p{L}\p{M}\p{N}\p{Cf}])/u;
const ACRONYMS = new RegExp(ACRONYM, "gu");

const runs = new Map<string, string>();
const KEPT_RUNS = 100_000;

/** What is neither letter nor digit parts words, before folding and after. */
function foldRun(run: string): string {
  const kept = runs.get(run);
  if (kept !== undefined) return kept;
  const folded = fold(run.replace(SIGNS, " ")).replace(SIGNS, " ");
  if (runs.size >= KEPT_RUNS) runs.clear();
  if (run.length <= MAX_KEPT) runs.set(run, folded);
  return folded;
}

const SIGNS = /[^\p{L}\p{M}\p{N}\p{Cf}]+/gu;
const MAX_KEPT = 40;

/** A word of the index and where it stands, UTF-16 code units. */
export interface IndexedWord {
  readonly start: number;
  readonly end: number;
  readonly word: string;
}

/** The same words as `indexedWords` gives, each with its place in the text. */
export function placeIndexedWords(text: string): IndexedWord[] {
  return Array.from(text.matchAll(PLACED)).flatMap(({ 0: whole, index }) =>
    wordsIn(whole).map((word) => ({ start: index, end: index + whole.length, word })),
  );
}

function wordsIn(piece: string): readonly string[] {
  return PLAIN.test(piece) ? [piece.toLowerCase()] : indexedWords(piece);
}

const PLAIN = /^[A-Za-z0-9]+$/;
const PLACED = new RegExp(`${ACRONYM.source}|[\\p{L}\\p{M}\\p{N}\\p{Cf}]+`, "gu");
