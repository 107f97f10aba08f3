/** What the archive writes for its search and the page of the search reads: one file for each year. */
import type { Options } from "minisearch";
import { searchTerms, wordsOf } from "./search-terms.js";

/** A sentence that can be found. */
export interface FoundLine {
  /** Place of its issue in the shard. */
  readonly issue: number;
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** Id in the copy; null where none leads to it. */
  readonly anchor: string | null;
  /** Titles of its themes. */
  readonly themes: readonly string[];
  readonly outlets: readonly string[];
  readonly isDesk: boolean;
}

export interface FoundIssue {
  /** Id of its brief. */
  readonly brief: string;
  /** Of the brief. */
  readonly title: string;
  /** In the brief's words: which issue, and of which days. */
  readonly name: string;
  /** BCP 47, of both. */
  readonly language: string;
  /** Last day of its period. */
  readonly day: string;
  /** Path of the copy below the site, in the form of an address. */
  readonly copy: string;
}

export interface Shard {
  readonly year: string;
  readonly issues: readonly FoundIssue[];
  readonly lines: readonly FoundLine[];
  /** Of MiniSearch; its documents are the places of the lines. */
  readonly index: unknown;
}

/** What is indexed of a line. */
export interface IndexedLine {
  readonly id: number;
  readonly text: string;
  readonly themes: string;
  readonly outlets: string;
  readonly brief: string;
}

/** The same where the index is made and where it is asked, or nothing is found. */
export const INDEX_OPTIONS: Options<IndexedLine> = {
  fields: ["text", "themes", "outlets", "brief"],
  tokenize: wordsOf,
  processTerm: searchTerms,
};

/** Name of the function that a shard calls with its year and its JSON when it is loaded. */
export const RECEIVER = "briefwrightIndex";
