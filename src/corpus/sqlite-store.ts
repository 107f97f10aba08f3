/** The corpus store on SQLite: articles by day, file and id, their words in its full-text index (FTS5). */

import {
  type DatabaseSync,
  explained,
  isOfVersion,
  openDatabase,
  type Rows,
  rowsOf,
} from "../host/sqlite/database.js";
import type { Article } from "../model/article.js";
import { ALL_KEYS, DATED, keysOf, UNDATED } from "./day-keys.js";
import type { SetSum } from "./set-digest.js";
import { shortenTold } from "./shorten-told.js";
import { findHead, headsBetween } from "./sqlite/heads.js";
import { openRecurring } from "./sqlite/recurring.js";
import { APPLICATION_ID, INDEX_VERSION, PRAGMAS, TABLES } from "./sqlite/schema.js";
import { findRichest, searchWords } from "./sqlite/search.js";
import { type PackedArticle, unpackArticle } from "./sqlite/stored-article.js";
import { openSyncMark } from "./sqlite/sync-mark.js";
import { countUnread, listDiagnostics, listUnread } from "./sqlite/unread.js";
import { openWriter } from "./sqlite/writer.js";
import {
  type ArticleHead,
  type CorpusStore,
  type FileSum,
  type StoredFile,
  StoreError,
} from "./store.js";

/**
 * @param path of the database, made where it is not there; empty for one that lasts until it is closed
 * @throws {StoreError} `damaged` where what stands there is no index of this version
 */
export function openSqliteStore(path: string): CorpusStore {
  const database = openDatabase(path);
  try {
    return explained(() => {
      prepare(database);
      return storeOver(database);
    });
  } catch (error) {
    if (database.isOpen) database.close();
    throw error;
  }
}

/**
 * The index as it stands, for whoever only looks: nothing is made or written.
 * @param path of a database that is there
 * @throws {StoreError} `damaged` where it is no index of this version
 */
export function readSqliteStore(path: string): CorpusStore {
  const database = openDatabase(path, { readOnly: true });
  try {
    return explained(() => {
      if (isOfVersion(database, APPLICATION_ID, INDEX_VERSION)) return storeOver(database);
      throw new StoreError("damaged", "it holds nothing");
    });
  } catch (error) {
    if (database.isOpen) database.close();
    throw error;
  }
}

/** A new database gets its tables; one of another version, or of someone else, is refused. */
function prepare(database: DatabaseSync): void {
  const isReady = () => isOfVersion(database, APPLICATION_ID, INDEX_VERSION);
  database.exec(PRAGMAS);
  if (isReady()) return;
  database.exec("BEGIN IMMEDIATE");
  // Another process may have been quicker.
  if (!isReady()) database.exec(TABLES);
  database.exec("COMMIT");
}

function storeOver(database: DatabaseSync): CorpusStore {
  const { change, reput } = openWriter(database);
  const rows = rowsOf(database);
  return {
    files: async () => listFiles(rows),
    filesAfter: async (after, limit) => filesAfter(rows, after, limit),
    filesNamed: async (names) => filesNamed(rows, names),
    fileSum: async () => fileSum(rows),
    change: async (wanted) => change(wanted),
    recurring: openRecurring(database, reput),
    syncMark: openSyncMark(database),
    count: async () => countArticles(rows),
    countUndated: async () => countKeys(rows, UNDATED),
    countUnread: async () => countUnread(rows),
    countBetween: async (days) => countKeys(rows, keysOf(days)),
    countByDay: async () => countByDay(rows),
    between: async (days) => headsBetween(rows, keysOf(days)),
    undated: async (limit) => headsBetween(rows, UNDATED).slice(0, limit),
    all: async () => headsBetween(rows, ALL_KEYS),
    latestDay: async (until) => latestDay(rows, until),
    find: async (name) => findHead(rows, name),
    load: async (heads) => heads.map((head) => load(rows, head)),
    unread: async (limit) => listUnread(rows).slice(0, limit),
    diagnostics: async () => shortenTold(listDiagnostics(rows)),
    search: async (search) => searchWords(rows, search, (head) => load(rows, head)),
    richest: async (terms, days, limit) => findRichest(rows, terms, days, limit),
    hold: async () => explained(() => database.exec("BEGIN")),
    close: async () => database.close(),
  };
}

const SELECT_FILE = "SELECT file, size, stamp, sha256, read_by AS readBy FROM file";

function listFiles(rows: Rows): StoredFile[] {
  return rows<StoredFile>(SELECT_FILE).sort(byFile);
}

function filesAfter(rows: Rows, after: string | null, limit: number): StoredFile[] {
  return rows<StoredFile>(
    `${SELECT_FILE} WHERE file > ? ORDER BY file LIMIT ?`,
    after ?? "",
    limit,
  );
}

function filesNamed(rows: Rows, names: readonly string[]): StoredFile[] {
  return rows<StoredFile>(
    `${SELECT_FILE} WHERE file IN (SELECT value FROM json_each(?))`,
    JSON.stringify(names),
  ).sort(byFile);
}

function byFile(a: StoredFile, b: StoredFile): number {
  return a.file < b.file ? -1 : 1;
}

function fileSum(rows: Rows): FileSum {
  const [row] = rows<{ files: number; parts: string }>("SELECT files, parts FROM file_sum");
  if (row === undefined) throw new StoreError("damaged", "the index holds no sum of its files");
  return { files: row.files, sum: JSON.parse(row.parts) as SetSum };
}

/** All but those that repeat another. */
function countArticles(rows: Rows): number {
  const [row] = rows<{ count: number }>(
    `SELECT (SELECT count(*) FROM article)
      - (SELECT count(*) FROM article WHERE first IS NOT NULL) AS count`,
  );
  return row?.count ?? 0;
}

function countKeys(rows: Rows, keys: readonly [number, number]): number {
  const [row] = rows<{ count: number }>(
    "SELECT count(*) AS count FROM article WHERE key BETWEEN ? AND ? AND first IS NULL",
    ...keys,
  );
  return row?.count ?? 0;
}

function countByDay(rows: Rows): ReadonlyMap<string, number> {
  const found = rows<{ day: string; count: number }>(
    `SELECT day, count(*) AS count FROM article
      WHERE key BETWEEN ? AND ? AND first IS NULL GROUP BY day ORDER BY day`,
    ...DATED,
  );
  return new Map(found.map(({ day, count }) => [day, count]));
}

function latestDay(rows: Rows, until: string): string | null {
  const [, last] = keysOf({ from: until, to: until });
  const [row] = rows<{ day: string }>(
    `SELECT day FROM article WHERE key BETWEEN ? AND ? AND first IS NULL
      ORDER BY key DESC LIMIT 1`,
    DATED[0],
    last,
  );
  return row?.day ?? null;
}

function load(rows: Rows, { key, file }: ArticleHead): Article {
  const [row] = rows<{ data: PackedArticle }>(
    "SELECT data FROM body WHERE id = (SELECT body FROM article WHERE key = ?)",
    key,
  );
  if (row === undefined) throw new StoreError("damaged", `the index holds no text of ${file}`);
  try {
    return unpackArticle(row.data);
  } catch (error) {
    throw new StoreError("damaged", `the index holds no whole text of ${file}`, { cause: error });
  }
}
