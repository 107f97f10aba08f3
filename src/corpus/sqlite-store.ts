/** The corpus store on SQLite: articles by day, file and id, their words in its full-text index (FTS5). */
import type { Article, Unread } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { duplicate } from "./read-corpus.js";
import {
  type DatabaseSync,
  explained,
  openDatabase,
  type StatementSync,
} from "./sqlite/database.js";
import { inFileOrder, type Placed } from "./sqlite/file-order.js";
import { ALL_KEYS, DATED, keysOf, UNDATED } from "./sqlite/keys.js";
import { matchExpression, termExpression } from "./sqlite/match-expression.js";
import { openRecurring } from "./sqlite/recurring.js";
import { APPLICATION_ID, INDEX_VERSION, PRAGMAS, TABLES } from "./sqlite/schema.js";
import { type PackedArticle, unpackArticle } from "./sqlite/stored-article.js";
import { openWriter } from "./sqlite/writer.js";
import {
  type ArticleHead,
  type CorpusStore,
  type StoredFile,
  StoreError,
  type StoreHit,
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
  database.exec(PRAGMAS);
  if (isPrepared(database)) return;
  database.exec("BEGIN IMMEDIATE");
  // Another process may have been quicker.
  if (!isPrepared(database)) {
    database.exec(
      `${TABLES} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${INDEX_VERSION};`,
    );
  }
  database.exec("COMMIT");
}

function isPrepared(database: DatabaseSync): boolean {
  const number = (pragma: string) =>
    Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
  const [owner, version] = [number("application_id"), number("user_version")];
  if (owner === APPLICATION_ID && version === INDEX_VERSION) return true;
  const { tables } = database.prepare("SELECT count(*) AS tables FROM sqlite_schema").get() ?? {};
  if (owner === 0 && version === 0 && tables === 0) return false;
  throw new StoreError("damaged", `this is no index of version ${INDEX_VERSION}`);
}

const HEAD = `article.key, article.id, article.name, article.day, article.title, article.outlet,
  article.language, article.part, file.file`;
const FROM_ARTICLES = "FROM article JOIN file ON file.id = article.file_id";

interface HeadRow extends Placed {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly day: string | null;
  readonly title: string;
  readonly outlet: string | null;
  readonly language: string;
}

function storeOver(database: DatabaseSync): CorpusStore {
  const { change, reput } = openWriter(database);
  const statements = new Map<string, StatementSync>();
  const prepared = (sql: string) => {
    const known = statements.get(sql) ?? database.prepare(sql);
    statements.set(sql, known);
    return known;
  };
  const rows = <T>(sql: string, ...values: (string | number)[]) =>
    explained(() => prepared(sql).all(...values)) as unknown as T[];
  const headsIn = ([from, to]: readonly [number, number]) =>
    inFileOrder(
      rows<HeadRow>(
        `SELECT ${HEAD} ${FROM_ARTICLES} WHERE article.key BETWEEN ? AND ? AND first IS NULL`,
        from,
        to,
      ),
    ).map(headOf);
  const headsOf = (keys: readonly number[]) => {
    const found = rows<HeadRow>(
      `SELECT ${HEAD} ${FROM_ARTICLES} WHERE article.key IN (SELECT value FROM json_each(?))`,
      JSON.stringify(keys),
    );
    return new Map(found.map((row) => [row.key, row]));
  };

  return {
    files: () =>
      rows<StoredFile>("SELECT file, size, stamp, sha256, read_by AS readBy FROM file").sort(
        (a, b) => (a.file < b.file ? -1 : 1),
      ),

    change,

    recurring: openRecurring(database, reput),

    count() {
      const [row] = rows<{ count: number }>(
        `SELECT (SELECT count(*) FROM article)
          - (SELECT count(*) FROM article WHERE first IS NOT NULL) AS count`,
      );
      return row?.count ?? 0;
    },

    countBetween(days) {
      const [row] = rows<{ count: number }>(
        "SELECT count(*) AS count FROM article WHERE key BETWEEN ? AND ? AND first IS NULL",
        ...keysOf(days),
      );
      return row?.count ?? 0;
    },

    between: (days) => headsIn(keysOf(days)),
    undated: () => headsIn(UNDATED),
    all: () => headsIn(ALL_KEYS),

    latestDay(until) {
      const [, last] = keysOf({ from: until, to: until });
      const [row] = rows<{ day: string }>(
        `SELECT day FROM article WHERE key BETWEEN ? AND ? AND first IS NULL
          ORDER BY key DESC LIMIT 1`,
        DATED[0],
        last,
      );
      return row?.day ?? null;
    },

    find(name) {
      const [byId] = rows<HeadRow>(
        `SELECT ${HEAD} ${FROM_ARTICLES} WHERE article.id = ? AND first IS NULL`,
        name,
      );
      if (byId !== undefined) return headOf(byId);
      const [byFile] = rows<HeadRow>(
        `SELECT ${HEAD} ${FROM_ARTICLES} WHERE article.name = ? AND first IS NULL
          AND file.file IN (SELECT value FROM json_each(?))`,
        name,
        JSON.stringify(holdersOf(name)),
      );
      return byFile === undefined ? null : headOf(byFile);
    },

    load: (heads) =>
      heads.map(({ key, file }) => {
        const [row] = rows<{ data: PackedArticle }>(
          "SELECT data FROM body WHERE id = (SELECT body FROM article WHERE key = ?)",
          key,
        );
        return unpack(row?.data, file);
      }),

    unread: () => unreadOf(rows),

    diagnostics() {
      const said = rows<{ file: string; diagnostics: string }>(
        "SELECT file, diagnostics FROM file WHERE diagnostics IS NOT NULL",
      ).sort((a, b) => (a.file < b.file ? -1 : 1));
      const twins = unreadOf(rows).filter(({ of }) => of !== undefined);
      return [
        ...said.flatMap(({ diagnostics }) => JSON.parse(diagnostics) as Diagnostic[]),
        ...twins.map(duplicate),
      ];
    },

    search({ query, among, days, outlets, limit }) {
      const [from, to] = days === undefined ? ALL_KEYS : keysOf(days);
      const ofOutlets = outlets === undefined ? "" : OF_OUTLETS;
      const found = rows<{ key: number; rank: number }>(
        `SELECT words.rowid AS key, bm25(words, ${TITLE_WEIGHT}, 1.0) AS rank FROM words
          WHERE words MATCH ? AND words.rowid BETWEEN ? AND ? ${ofOutlets}
          ORDER BY rank, words.rowid DESC LIMIT ?`,
        matchExpression(query, among),
        from,
        to,
        ...(outlets === undefined ? [] : [JSON.stringify(outlets)]),
        limit,
      );
      const heads = headsOf(found.map(({ key }) => key));
      return found.flatMap(({ key, rank }): StoreHit[] => {
        const row = heads.get(key);
        return row === undefined ? [] : [{ article: headOf(row), score: -rank }];
      });
    },

    richest(terms, days, limit) {
      const counts = new Map<number, number>();
      for (const term of terms) {
        const expression = termExpression(term);
        if (expression === null) continue;
        const found = rows<{ key: number }>(
          "SELECT rowid AS key FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ?",
          expression,
          ...keysOf(days),
        );
        for (const { key } of found) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return pickRichest(counts, limit, headsOf);
    },

    hold: () => explained(() => database.exec("BEGIN")),

    close: () => database.close(),
  };
}

/** How much more a word counts in the title than in the text. */
const TITLE_WEIGHT = "4.0";
const OF_OUTLETS = `AND (SELECT outlet_folded FROM article WHERE key = words.rowid)
  IN (SELECT value FROM json_each(?))`;

function headOf({ key, id, name, day, title, outlet, language }: HeadRow): ArticleHead {
  return { key, id, file: name, day, title, outlet, language };
}

/** The files that an article of this name may stand in: `a.zip`, `a.zip/b.html`, `a.zip/b.html#2`. */
function holdersOf(name: string): string[] {
  const ends = Array.from(name.matchAll(/[/#]/g), ({ index }) => index);
  return [...ends.map((end) => name.slice(0, end)), name];
}

function unpack(data: PackedArticle | undefined, file: string): Article {
  try {
    if (data !== undefined) return unpackArticle(data);
  } catch (error) {
    throw new StoreError("damaged", `the index holds no whole text of ${file}`, { cause: error });
  }
  throw new StoreError("damaged", `the index holds no text of ${file}`);
}

/** The rows of a query; its values in order. */
type Rows = <T>(sql: string, ...values: (string | number)[]) => T[];

/** In the order of files; of one file first what gave no article, then what repeats another. */
function unreadOf(rows: Rows): Unread[] {
  const silent = rows<{ file: string; unread: string }>(
    "SELECT file, unread FROM file WHERE unread IS NOT NULL",
  ).map(({ file, unread }) => ({ file, part: -1, entries: JSON.parse(unread) as Unread[] }));
  const twins = rows<Placed & { name: string; reason: string; firstId: string }>(
    `SELECT file.file, article.part, article.name, article.reason, other.id AS firstId
      ${FROM_ARTICLES} JOIN article AS other ON other.key = article.first
      WHERE article.first IS NOT NULL`,
  ).map(({ file, part, name, reason, firstId }) => ({
    file,
    part,
    entries: [{ file: name, reason, of: firstId }],
  }));
  return inFileOrder([...silent, ...twins]).flatMap(({ entries }) => entries);
}

/** Most terms first, then the newest day, then the order of files: the same in every index. */
function pickRichest(
  counts: ReadonlyMap<number, number>,
  limit: number,
  headsOf: (keys: readonly number[]) => ReadonlyMap<number, HeadRow>,
): ArticleHead[] {
  const ranked = [...counts].sort(([a, m], [b, n]) => n - m || b - a);
  const last = ranked[limit - 1]?.[1] ?? 0;
  const heads = headsOf(ranked.filter(([, count]) => count >= last).map(([key]) => key));
  const order = new Map(inFileOrder([...heads.values()]).map(({ key }, index) => [key, index]));
  const place = (row: HeadRow) => order.get(row.key) ?? 0;
  return [...heads.values()]
    .sort(
      (a, b) =>
        (counts.get(b.key) ?? 0) - (counts.get(a.key) ?? 0) ||
        newerFirst(a, b) ||
        place(a) - place(b),
    )
    .slice(0, limit)
    .map(headOf);
}

function newerFirst({ day: a }: HeadRow, { day: b }: HeadRow): number {
  if (a === b) return 0;
  return (a ?? "") < (b ?? "") ? 1 : -1;
}
