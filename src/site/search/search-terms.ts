/**
 * Text to the terms that the search knows, in the house's own folding: Turkish dotless i, accents, Arabic
 * vowel signs and carriers, the case of Cyrillic and Greek.
 */
import { arabicForms, splitWords, type Word } from "../../text/words.js";

export function wordsOf(text: string): string[] {
  return splitWords(text).map(({ folded }) => folded);
}

/** An Arabic word stands under itself and without what is written together with it. */
export function searchTerms(folded: string): string[] {
  return [...arabicForms(folded)];
}

/** What to ask for: the barest form, as every word that may be meant stands under that too. */
export function askedTerm(folded: string): string {
  return arabicForms(folded).toSorted((a, b) => a.length - b.length)[0] ?? folded;
}

/** The words of a text that begin as one of the terms does. */
export function hitsOf(text: string, terms: readonly string[]): readonly Word[] {
  return splitWords(text).filter(({ folded }) =>
    arabicForms(folded).some((form) => terms.some((term) => form.startsWith(term))),
  );
}
