/** What the rules for a rewritten sentence compare: words, numbers, dates and names with their places. */

export type TokenKind =
  | "number"
  | "date"
  | "name"
  | "word"
  | "negation"
  | "hedge"
  | "bound"
  | "quantifier"
  | "pronoun"
  /** A word that ties clauses together: "after", "but". */
  | "link"
  /** Articles, prepositions, auxiliaries. */
  | "function"
  | "mark";

export interface Token {
  readonly kind: TokenKind;
  /** Equal for two tokens that may stand for one another. */
  readonly key: string;
  /** Folded, spelling variants brought together; two tokens of one key may still differ here. */
  readonly form: string;
  /** UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  readonly isCapital: boolean;
  /** Which quotation it stands in, -1 for none. */
  readonly quotation: number;
  /** Part of a hyphenated word, and not its last part. */
  readonly runsOn: boolean;
}

/** Between quotation marks, the marks left out. */
export interface Quoted {
  readonly start: number;
  readonly end: number;
  /** Straight marks and white space, no mark at its end. */
  readonly words: string;
}

export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly quotations: readonly Quoted[];
}

/** Tokens that say something: all but function words and marks. */
export const hasContent = ({ kind }: Token): boolean => kind !== "function" && kind !== "mark";
