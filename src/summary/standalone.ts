/** From a passage to whether a reader understands it without the sentence before it. */
import { primaryLanguage } from "../text/primary-language.js";
import { splitWords } from "../text/words.js";
import { LEANING_WORDS } from "./standalone-words.js";

/** How far into a sentence a pointing word still points out of it, words. */
const POINTING_REACH = 5;

/** A language without a table leans on nothing: its passages all stand alone. */
export function standsAlone(text: string, language: string): boolean {
  const words = LEANING_WORDS[primaryLanguage(language)];
  if (words === undefined) return true;
  const outside = dropQuotations(text);
  const quoted = OPENING.test(text);
  const folded = splitWords(outside).map((word) => word.folded);
  const [first] = folded;
  if (first === undefined) return !quoted;
  // A verb alone names nobody, in languages that need no pronoun.
  if (quoted && folded.length < 2) return false;
  if (quoted) return !words.speakers.has(first) && !words.openers.has(first);
  if (words.openers.has(first) || endsOnPronoun(text, words.speakers)) return false;
  return !folded.slice(0, POINTING_REACH).some((word) => words.pointers.has(word));
}

/** "The road is closed, she said.": who speaks, the sentence before says. */
function endsOnPronoun(text: string, speakers: ReadonlySet<string>): boolean {
  const comma = text.lastIndexOf(",");
  if (comma < 0 || text.length - comma > LONGEST_TAG) return false;
  const tag = splitWords(text.slice(comma));
  return tag.length <= WORDS_OF_TAG && tag.some(({ folded }) => speakers.has(folded));
}

/** Code units and words of "she said", "a-t-il ajouté" behind the last comma. */
const LONGEST_TAG = 40;
const WORDS_OF_TAG = 4;

/**
 * How much of a leaning passage's start may be left out so that the rest stands alone: a lead-in
 * such as "That came after". @returns UTF-16 code units, 0 where nothing may
 */
export function leadInLength(text: string, language: string): number {
  const words = splitWords(text);
  for (const leadIn of LEANING_WORDS[primaryLanguage(language)]?.leadIns ?? []) {
    const parts = leadIn.split(" ");
    const next = words[parts.length];
    const matches = parts.every((part, index) => words[index]?.folded === part);
    if (matches && next !== undefined && standsAlone(text.slice(next.start), language)) {
      return next.start;
    }
  }
  return 0;
}

/** Nothing but a quotation: whose, another sentence says. */
export function isBareQuotation(text: string): boolean {
  return OPENING.test(text) && splitWords(dropQuotations(text)).length === 0;
}

/** What stands between quotation marks explains itself, or is the speaker's to explain. */
function dropQuotations(text: string): string {
  return text.replace(QUOTATION, " ");
}

/** Two grave accents open a quotation in plain text that was set for TeX; two apostrophes close it. */
const OPENING = /^\s*(?:["“«„]|``)/u;

const QUOTATION =
  /„[^“”„]{0,2000}(?:[“”]|$)|["“«][^"“”«»„]{0,2000}(?:["”»]|$)|``(?:(?!'')[^`]){0,2000}(?:''|$)/gu;
