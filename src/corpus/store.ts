/** What every store of a corpus is: what reading gave of each file, found by day, name, words and file. */
import type { Article, Unread } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { ReadResult } from "../readers/index.js";
import type { TextQuery } from "./text-query.js";

export { DatabaseError as StoreError } from "../host/sqlite/database-error.js";

/** What is known of a file without looking into it. */
export interface StoredFile {
  /** Path below the corpus's articles, with forward slashes. */
  readonly file: string;
  /** Bytes. */
  readonly size: number;
  /** Changes when the file or its record is written; null where that was not known. */
  readonly stamp: string | null;
  /** Of its bytes, hexadecimal; empty where they were not read. */
  readonly sha256: string;
  /** By which readers and settings, and with what said of the file, it was read. */
  readonly readBy: string;
}

/** A file as it was read; it takes the place of what was stored of it. */
export interface FileReading extends StoredFile {
  readonly result: ReadResult;
}

export interface StoreChange {
  readonly put: readonly FileReading[];
  /** Files that were written again with the same bytes. */
  readonly touched: readonly StoredFile[];
  readonly removed: readonly string[];
}

/** An article without its text. */
export interface ArticleHead {
  /** Private to the store, ordered by day; changes when a date does. */
  readonly key: number;
  readonly id: string;
  readonly file: string;
  /** The day that the article states; null where it states none. */
  readonly day: string | null;
  readonly title: string;
  readonly outlet: string | null;
  readonly language: string;
}

/** Days, ends included. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

export interface StoreSearch {
  readonly query: TextQuery;
  /** Of one article, any of these words or phrases must stand in it as well. */
  readonly among?: readonly string[] | undefined;
  readonly days?: DayRange | undefined;
  /** Names of outlets, folded. */
  readonly outlets?: readonly string[] | undefined;
  readonly limit: number;
}

export interface StoreHit {
  readonly article: ArticleHead;
  /** The higher, the better; comparable within one search. */
  readonly score: number;
}

/**
 * Of articles with the same id the one counts that `countingCopy` names; the others are among the
 * unread.
 * Lists of articles are in the order of their files, as `readCorpus` gives them.
 */
export interface CorpusStore {
  /** In code-unit order of `file`. */
  files(): StoredFile[];
  /** All of the change or nothing of it. */
  change(change: StoreChange): void;
  /** Articles. */
  count(): number;
  /** Articles that state a day of the range. */
  countBetween(days: DayRange): number;
  between(days: DayRange): ArticleHead[];
  undated(): ArticleHead[];
  all(): ArticleHead[];
  /** The latest stated day up to `until`; null where there is none. */
  latestDay(until: string): string | null;
  /** By id, or by file. */
  find(name: string): ArticleHead | null;
  /** Whole articles, in the order of their heads. */
  load(heads: readonly ArticleHead[]): Article[];
  unread(): Unread[];
  diagnostics(): Diagnostic[];
  /** Best first; of equals the newest. */
  search(search: StoreSearch): StoreHit[];
  /**
   * The articles of the range that hold the most of these terms, most first, of equals the newest;
   * those without any are left out.
   */
  richest(terms: readonly string[], days: DayRange, limit: number): ArticleHead[];
  readonly recurring: RecurringStore;
  /** What is told from here on is of one moment, whatever other processes write. */
  hold(): void;
  close(): void;
}

/** What a store keeps of the lines that recur over the articles of a host. */
export interface RecurringStore {
  /** Hosts of which articles came or went since they were settled. */
  unsettled(): string[];
  /** Every file as it read before any line was dropped, in no order. */
  allFirstReadings(): Iterable<FileReading>;
  /** A host's articles, as they read before any line was dropped. */
  firstReadings(host: string): Article[];
  /** @param affected files with an article that such a line stands in */
  settle(host: string, lines: readonly string[], affected: ReadonlySet<string>): void;
  /** Files with articles of these hosts that were read with other lines than recur now. */
  unclean(hosts: readonly string[]): Unclean[];
  reclean(files: readonly Recleaned[]): void;
  settled(hosts: readonly string[]): void;
}

export interface Unclean {
  readonly file: string;
  /** Of the lines. */
  readonly digest: string;
  /** By host; null where none is to be dropped any more. */
  readonly lines: ReadonlyMap<string, ReadonlySet<string>> | null;
}

export interface Recleaned {
  readonly file: string;
  readonly digest: string;
  /** Null to put back what was read first. */
  readonly result: ReadResult | null;
}
