/** A stop of a text with what the rules of sentences look at. */

/** A place where a sentence may end, as offsets into the text. */
export interface StopPlace {
  /** Where the sentence so far begins. */
  readonly sentence: number;
  /** Where the stop stands. */
  readonly start: number;
  /** Behind the stop and the quotation marks and brackets that close after it. */
  readonly end: number;
  /** End of the paragraph. */
  readonly limit: number;
  /** The stops themselves: `.`, `?!`, `...`. */
  readonly mark: string;
  /** Whether quotation marks or brackets close after the stops. */
  readonly closed: boolean;
}

/** How far the rules look to each side, in code units: keeps the work linear in the text. */
export const REACH = 48;
