/** What every style of citations is: a record to a note, a short note and an entry of a list. */
import type { Reference } from "./reference.js";
import type { Run } from "./run.js";

/** Where a source is cited again. */
export interface Again {
  /** The note that cites it in full; null where there is none. */
  readonly note: number | null;
  /** Whether its short form would do for another source as well. */
  readonly ambiguous: boolean;
}

export interface CitingStyle {
  /** Where it is cited for the first time. */
  readonly note: (reference: Reference, words: CitingWords) => readonly Run[];
  readonly again: (reference: Reference, words: CitingWords, again: Again) => readonly Run[];
  /** In a list of sources. */
  readonly entry: (reference: Reference, words: CitingWords) => readonly Run[];
  /** Sources that have it in common are told apart by their titles. */
  readonly shortName: (reference: Reference) => string;
}

/** The words of the page's language that styles put between the parts of a record. */
export interface CitingWords {
  /**
   * As much of a date as is known; `month-first` and `year-first` as English writes them, elsewhere
   * with the day before the month.
   */
  readonly date: (value: string, order: DateOrder) => string;
  readonly word: (key: CitingWord, params?: Readonly<Record<string, string | number>>) => string;
}

export type DateOrder = "day-first" | "month-first" | "year-first";

/** Labels below `reference.`, with what they are given. */
export const CITING_WORDS = [
  /** Between two authors, and before the last of several. */
  "and",
  "last-and",
  /** After the first of many authors: `name`. */
  "et-al",
  "others",
  "no-date",
  /** `date` */
  "circa",
  /** `date` */
  "accessed",
  "Accessed",
  /** `date`; an address follows. */
  "retrieved",
  /** An address follows. */
  "archived",
  "Archived",
  /** `number` */
  "see-note",
  /** Whose copy it carries: `name`. */
  "from",
  /** `owner` */
  "owner",
] as const;

/** With them, what stands between parts of a note, and what marks a day that was worked out. */
export type CitingWord = (typeof CITING_WORDS)[number] | "comma" | "inferred";
