/** What every store of a corpus is: what reading gave of each file, found by day, name, words and file. */
import type { Article, Unread } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { ReadResult } from "../readers/index.js";
import type { SetSum } from "./set-digest.js";
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

/** All files that were read, as one hash can be made of them. */
export interface FileSum {
  readonly files: number;
  readonly sum: SetSum;
}

/**
 * Of articles with the same id the one counts that `countingCopy` names; the others are among the
 * unread.
 * Lists of articles are in the order of their files, as `readCorpus` gives them. Every method fails
 * with a `StoreError`, or with an `EngineError` where the store is an engine.
 */
export interface CorpusStore {
  /** In code-unit order of `file`. */
  files(): Promise<StoredFile[]>;
  /** The files after one, in an order of the store's own. @param after null for the first ones */
  filesAfter(after: string | null, limit: number): Promise<StoredFile[]>;
  /** In code-unit order; names of files that are not there are left out. */
  filesNamed(names: readonly string[]): Promise<StoredFile[]>;
  /** Of the files whose bytes were read. */
  fileSum(): Promise<FileSum>;
  /** All of the change or nothing of it; where the store is an engine, all or nothing of each file. */
  change(change: StoreChange): Promise<void>;
  /** Articles. */
  count(): Promise<number>;
  countUndated(): Promise<number>;
  countUnread(): Promise<number>;
  /** Articles that state a day of the range. */
  countBetween(days: DayRange): Promise<number>;
  /** Articles by the day that they state. */
  countByDay(): Promise<ReadonlyMap<string, number>>;
  between(days: DayRange): Promise<ArticleHead[]>;
  /** @param limit the first so many; all by default */
  undated(limit?: number): Promise<ArticleHead[]>;
  all(): Promise<ArticleHead[]>;
  /** The latest stated day up to `until`; null where there is none. */
  latestDay(until: string): Promise<string | null>;
  /** By id, or by file. */
  find(name: string): Promise<ArticleHead | null>;
  /** Whole articles, in the order of their heads. */
  load(heads: readonly ArticleHead[]): Promise<Article[]>;
  /** @param limit the first so many; all by default */
  unread(limit?: number): Promise<Unread[]>;
  /** What was said of files, as `shortenTold` leaves it. */
  diagnostics(): Promise<readonly Diagnostic[]>;
  /** Best first, as `rankHits` orders them. */
  search(search: StoreSearch): Promise<StoreHit[]>;
  /**
   * The articles of the range that hold the most of these terms, most first, of equals the newest;
   * those without any are left out.
   */
  richest(terms: readonly string[], days: DayRange, limit: number): Promise<ArticleHead[]>;
  readonly recurring: RecurringStore;
  /** Absent where a store cannot tell that nothing has changed. */
  readonly syncMark?: SyncMark;
  /** What is told from here on is of one moment, whatever other processes write. */
  hold(): Promise<void>;
  close(): Promise<void>;
}

/** Of which state of a corpus a store is, as a whole; a change of the store takes it away. */
export interface SyncMark {
  /** Null where that is not known. */
  read(): Promise<string | null>;
  /** Nothing is marked where another process has changed the store since `read`. */
  write(state: string): Promise<void>;
}

/** What a store keeps of the lines that recur over the articles of a host. */
export interface RecurringStore {
  /** Hosts of which articles came or went since they were settled. */
  unsettled(): Promise<string[]>;
  /** Every file as it read before any line was dropped, in no order. */
  allFirstReadings(): AsyncIterable<FileReading>;
  /** The same of these files alone; those that are not there are left out. */
  readingsNamed(files: readonly string[]): Promise<FileReading[]>;
  /** Those of a host's files that have the lowest ranks (`rankOf`), at most so many. */
  sample(host: string, most: number): Promise<HostSample>;
  /** Null where the host was never settled. */
  settlement(host: string): Promise<Settlement | null>;
  /** A host's articles, as they read before any line was dropped, in no order. */
  firstReadings(host: string, which: HostFiles): AsyncIterable<Article>;
  /**
   * @param which files are told of
   * @param affected those of them with an article that such a line stands in
   */
  settle(
    host: string,
    settlement: Settlement,
    which: HostFiles,
    affected: ReadonlySet<string>,
  ): Promise<void>;
  /** Files with articles of these hosts that were read with other lines than recur now. */
  unclean(hosts: readonly string[]): Promise<Unclean[]>;
  reclean(files: readonly Recleaned[]): Promise<void>;
  settled(hosts: readonly string[]): Promise<void>;
}

/** All files of a host, or those that came since it was settled; a store may take all for these too. */
export type HostFiles = "all" | "unsettled";

export interface HostSample {
  /** Files of the host. */
  readonly files: number;
  /** Of the names and the bytes of the sampled files. */
  readonly digest: string;
  /** The host's articles in them, as they read before any line was dropped. */
  load(): Promise<Article[]>;
}

/** What was found of a host. */
export interface Settlement {
  readonly lines: readonly string[];
  /** Digest of the sample that they were found in. */
  readonly sample: string;
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
