/** What a person types into a search to the words and phrases that an article must hold. */
import { indexedWords } from "./indexed-words.js";

/** Words that stand one after the other. */
export interface TextClause {
  /** Folded; at least one. */
  readonly words: readonly string[];
  /** Whether the last word may run on. */
  readonly runsOn: boolean;
}

export interface TextQuery {
  /** Each of them must stand in the article; at least one. */
  readonly clauses: readonly TextClause[];
  /** None of them may. */
  readonly without: readonly TextClause[];
}

/** More of them than this is no question; the rest is left out. */
const MAX_CLAUSES = 64;
/** Letters; half the words of a language start with some shorter beginnings. */
const MIN_BEGINNING = 3;

/**
 * Words in any order, "phrases in quotation marks", `word*` for a beginning of three letters or more, `-word` for what must
 * not stand there. Every other sign only parts words.
 * @returns null where nothing is asked for
 */
export function parseTextQuery(text: string): TextQuery | null {
  const clauses: TextClause[] = [];
  const without: TextClause[] = [];
  for (const [, minus, phrase, word, star] of text.matchAll(PARTS)) {
    const words = indexedWords(phrase ?? word ?? "");
    if (words.length === 0) continue;
    const list = minus === undefined ? clauses : without;
    const runsOn = star !== undefined && (words.at(-1) ?? "").length >= MIN_BEGINNING;
    if (list.length < MAX_CLAUSES) list.push({ words, runsOn });
  }
  return clauses.length === 0 ? null : { clauses, without };
}

/** A phrase in straight, curly or angled quotation marks, or what stands between spaces. */
const PARTS = /(?:(?<![^\s(])(-))?(?:["“”„«]([^"“”„«»]*)["“”»]|([^\s"“”„«»*]+))(\*)?/gu;

/** Terms of a lexicon: `*` at the end of a word lets it run on. @returns null for one without a word */
export function clausesOfTerm(term: string): readonly TextClause[] {
  return term.split("*").flatMap((part, index, parts) => {
    const words = indexedWords(part);
    return words.length === 0 ? [] : [{ words, runsOn: index < parts.length - 1 }];
  });
}
