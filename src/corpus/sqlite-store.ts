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
import { findHead, headsBetween } from "./sqlite/heads.js";
import { ALL_KEYS, DATED, keysOf, UNDATED } from "./sqlite/keys.js";
import { openRecurring } from "./sqlite/recurring.js";
import { APPLICATION_ID, INDEX_VERSION, PRAGMAS, TABLES } from "./sqlite/schema.js";
import { findRichest, searchWords } from "./sqlite/search.js";
import { type PackedArticle, unpackArticle } from "./sqlite/stored-article.js";
import { listDiagnostics, listUnread } from "./sqlite/unread.js";
import { openWriter } from "./sqlite/writer.js";
import {
  type ArticleHead,
  type CorpusStore,
  type DayRange,
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
    files: () => listFiles(rows),
    change,
    recurring: openRecurring(database, reput),
    count: () => countArticles(rows),
    countBetween: (days) => countBetween(rows, days),
    between: (days) => headsBetween(rows, keysOf(days)),
    undated: () => headsBetween(rows, UNDATED),
    all: () => headsBetween(rows, ALL_KEYS),
    latestDay: (until) => latestDay(rows, until),
    find: (name) => findHead(rows, name),
    load: (heads) => heads.map((head) => load(rows, head)),
    unread: () => listUnread(rows),
    diagnostics: () => listDiagnostics(rows),
    search: (search) => searchWords(rows, search),
    richest: (terms, days, limit) => findRichest(rows, terms, days, limit),
    hold: () => explained(() => database.exec("BEGIN")),
    close: () => database.close(),
  };
}

function listFiles(rows: Rows): StoredFile[] {
  return rows<StoredFile>("SELECT file, size, stamp, sha256, read_by AS readBy FROM file").sort(
    (a, b) => (a.file < b.file ? -1 : 1),
  );
}

/** All but those that repeat another. */
function countArticles(rows: Rows): number {
  const [row] = rows<{ count: number }>(
    `SELECT (SELECT count(*) FROM article)
      - (SELECT count(*) FROM article WHERE first IS NOT NULL) AS count`,
  );
  return row?.count ?? 0;
}

function countBetween(rows: Rows, days: DayRange): number {
  const [row] = rows<{ count: number }>(
    "SELECT count(*) AS count FROM article WHERE key BETWEEN ? AND ? AND first IS NULL",
    ...keysOf(days),
  );
  return row?.count ?? 0;
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
