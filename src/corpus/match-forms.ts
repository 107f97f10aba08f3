/** A word of a query to the words of an index that stand for it. */
import { arabicForms, withArabicClitics } from "../text/words.js";

/** What is written together with an Arabic word stands before it; any other word has one form. */
export function formsOf(word: string): readonly string[] {
  return [...new Set(arabicForms(word).flatMap(withArabicClitics))];
}
