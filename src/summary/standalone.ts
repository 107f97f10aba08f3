/** From a passage to whether a reader understands it without the sentence before it. */
import { splitWords } from "../text/words.js";
import { LEANING_WORDS } from "./standalone-words.js";

/** How far into a sentence a pointing word still points out of it, words. */
const POINTING_REACH = 5;

/** A language without a table leans on nothing: its passages all stand alone. */
export function standsAlone(text: string, language: string): boolean {
  const words = LEANING_WORDS[language];
  if (words === undefined) return true;
  const outside = dropQuotations(text);
  const quoted = /^\s*["“«„]/u.test(text);
  const folded = splitWords(outside).map((word) => word.folded);
  const [first] = folded;
  if (first === undefined) return true;
  if (quoted) return !words.speakers.has(first) && !words.openers.has(first);
  if (words.openers.has(first)) return false;
  return !folded.slice(0, POINTING_REACH).some((word) => words.pointers.has(word));
}

/** What stands between quotation marks explains itself, or is the speaker's to explain. */
function dropQuotations(text: string): string {
  return text.replace(/["“«„][^"“”«»„]{0,2000}(?:["”»]|$)/gu, " ");
}
