/**
 * Sentences to whether anything in them may name a speaker, by a look-up for each word: what has no
 * verb of speaking and no colon before a quotation needs no reading.
 */
import type { Span } from "../../model/analysis.js";
import { WordFilter } from "../../text/word-filter.js";
import type { Word } from "../../text/words.js";
import { ENGLISH, ENGLISH_CUES } from "./attribution-words.js";

export interface SentenceCues {
  /** Whether a report may stand in it. */
  readonly mayReport: boolean;
  /** Whether a title stands in it, and with it maybe a full name. */
  readonly hasTitle: boolean;
}

/**
 * Looks through the words of a text once.
 * @param hasOwnRules whether the language has other rules than English, which alone has a list of cues
 * @param isQuoted whether the text has a quotation anywhere
 */
export function findCues(
  sentences: readonly Span[],
  words: readonly Word[],
  hasOwnRules: boolean,
  isQuoted: boolean,
): SentenceCues[] {
  let at = 0;
  return sentences.map(({ start, end, text }) => {
    let mayReport = hasOwnRules || text.length > LONGEST_SURE || (isQuoted && text.includes(":"));
    let hasTitle = false;
    while (at < words.length && (words[at]?.end ?? 0) <= start) at += 1;
    for (; at < words.length && (words[at]?.start ?? end) < end; at += 1) {
      const { folded } = words[at] ?? NO_WORD;
      if (!mayReport && cueFilter.has(folded)) mayReport = true;
      if (!hasTitle && titleFilter.has(folded)) hasTitle = true;
    }
    return { mayReport, hasTitle };
  });
}

/** Words by one of which an English sentence reports. */
export const cueFilter = new WordFilter(ENGLISH_CUES);
const titleFilter = new WordFilter(ENGLISH.titles);
const NO_WORD = { folded: "" };
/** Code units: what is longer may hold too many tokens to be read, and is asked for them. */
const LONGEST_SURE = 600;
