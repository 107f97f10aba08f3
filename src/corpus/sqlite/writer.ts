/** A change of the corpus to the rows of the index: all of it in one transaction. */

import { type DatabaseSync, inTransaction } from "../../host/sqlite/database.js";
import type { Article } from "../../model/article.js";
import { hostOfArticle, type ReadResult } from "../../readers/index.js";
import { fold } from "../../text/fold.js";
import { countingCopy } from "../counting-copy.js";
import { nextKey, statedDay, wantedKey } from "../day-keys.js";
import { foldForIndex } from "../indexed-words.js";
import { type FileRead, sameAs, unreadOf } from "../read-corpus.js";
import { rankOf } from "../recurring-lines.js";
import { type DigestedFile, EMPTY_SUM, minus, partsOf, plus, type SetSum } from "../set-digest.js";
import type { FileReading, FileSum, StoreChange } from "../store.js";
import { inFileOrder, type Placed } from "./file-order.js";
import type { Reput } from "./recurring.js";
import { type PackedArticle, packArticle, unpackArticle } from "./stored-article.js";
import { UNMARK } from "./sync-mark.js";

export interface Writer {
  /** @throws {StoreError} */
  readonly change: (change: StoreChange) => void;
  /** Articles in the place of others of their file, inside a transaction of the caller. */
  readonly reput: Reput;
}

export function openWriter(database: DatabaseSync): Writer {
  const statements = prepareStatements(database);
  return {
    change: (change) => {
      if (change.put.length + change.touched.length + change.removed.length === 0) return;
      inTransaction(database, () => applyChange(change, statements));
    },
    reput: (files) => {
      const work = newWork(statements);
      for (const { file, result } of files) reputFile(file, result, work);
      finish(work);
    },
  };
}

type Statements = ReturnType<typeof prepareStatements>;

function prepareStatements(database: DatabaseSync) {
  return {
    unmark: database.prepare(UNMARK),
    fileOf: database.prepare("SELECT id, sha256 FROM file WHERE file = ?"),
    sum: database.prepare("SELECT files, parts FROM file_sum"),
    putSum: database.prepare("UPDATE file_sum SET files = ?, parts = ?"),
    putFile: database.prepare(
      `INSERT INTO file (file, size, stamp, sha256, read_by, diagnostics, unread)
        VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    touchFile: database.prepare("UPDATE file SET size = ?, stamp = ? WHERE file = ?"),
    resay: database.prepare("UPDATE file SET diagnostics = ?, unread = ? WHERE id = ?"),
    hostsOf: database.prepare("SELECT host FROM host_file WHERE file_id = ?"),
    putHost: database.prepare("INSERT INTO host_file (host, rank, file_id) VALUES (?, ?, ?)"),
    dropHosts: database.prepare("DELETE FROM host_file WHERE file_id = ?"),
    unsettle: database.prepare("INSERT OR IGNORE INTO unsettled (host) VALUES (?)"),
    dropFile: database.prepare("DELETE FROM file WHERE id = ?"),
    articlesOf: database.prepare("SELECT key, id, body, first FROM article WHERE file_id = ?"),
    isTaken: database.prepare("SELECT 1 FROM article WHERE key = ?"),
    putArticle: database.prepare(
      `INSERT INTO article
        (key, id, file_id, part, name, day, title, outlet, outlet_folded, language, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    dropArticle: database.prepare("DELETE FROM article WHERE key = ?"),
    sameId: database.prepare(
      `SELECT article.key, article.first, article.reason, article.part, article.body, file.file
        FROM article JOIN file ON file.id = article.file_id WHERE article.id = ?`,
    ),
    setFirst: database.prepare("UPDATE article SET first = ?, reason = ? WHERE key = ?"),
    putBody: database.prepare("INSERT INTO body (data) VALUES (?)"),
    bodyOf: database.prepare("SELECT data FROM body WHERE id = ?"),
    dropBody: database.prepare("DELETE FROM body WHERE id = ?"),
    putWords: database.prepare("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)"),
    dropWords: database.prepare("DELETE FROM words WHERE rowid = ?"),
  };
}

/** What a change is carried out with. */
interface Work {
  readonly statements: Statements;
  /** Ids of which an article came or went. */
  readonly ids: Set<string>;
  /** Articles of this change, by key. */
  readonly added: Map<number, Article>;
  /** Articles whose words are to be indexed, by key. */
  readonly unindexed: Map<number, Article>;
  /** Of the files that come less those that go. */
  difference: FileSum;
}

function applyChange({ put, touched, removed }: StoreChange, statements: Statements): void {
  const work = newWork(statements);
  for (const file of [...removed, ...put.map((reading) => reading.file)]) dropFile(file, work);
  for (const { file, size, stamp } of touched) statements.touchFile.run(size, stamp, file);
  for (const reading of put) putFile(reading, work);
  finish(work);
}

function newWork(statements: Statements): Work {
  return {
    statements,
    ids: new Set(),
    added: new Map(),
    unindexed: new Map(),
    difference: NOTHING,
  };
}

/** What can only be told when all articles of a change are there. */
function finish(work: Work): void {
  const { statements } = work;
  statements.unmark.run();
  for (const id of work.ids) settleFirst(id, work);
  // The full text takes a batch in the order of keys at once, in any other order piece by piece.
  const sorted = [...work.unindexed].sort(([a], [b]) => a - b);
  for (const [key, article] of sorted) indexArticle(key, article, statements);
  if (work.difference !== NOTHING) addToSum(work.difference, statements);
}

const NOTHING: FileSum = { files: 0, sum: EMPTY_SUM };

function addToSum({ files, sum }: FileSum, { sum: standing, putSum }: Statements): void {
  const row = standing.get() as { files: number; parts: string };
  const parts = plus(JSON.parse(row.parts) as SetSum, sum);
  putSum.run(row.files + files, JSON.stringify(parts));
}

/** @param by 1 for a file that comes, -1 for one that goes */
function countFile(file: DigestedFile, by: 1 | -1, work: Work): void {
  if (file.sha256 === "") return;
  const { files, sum } = work.difference;
  const add = by === 1 ? plus : minus;
  work.difference = { files: files + by, sum: add(sum, partsOf(file)) };
}

function dropFile(file: string, work: Work): void {
  const { statements } = work;
  const row = statements.fileOf.get(file) as { id: number; sha256: string } | undefined;
  if (row === undefined) return;
  countFile({ file, sha256: row.sha256 }, -1, work);
  dropArticles(row.id, work);
  for (const { host } of statements.hostsOf.all(row.id)) statements.unsettle.run(host ?? null);
  statements.dropHosts.run(row.id);
  statements.dropFile.run(row.id);
}

/** The same file with other articles: which host they are of stays as it is. */
function reputFile(file: string, result: ReadResult, work: Work): void {
  const row = work.statements.fileOf.get(file) as { id: number } | undefined;
  if (row === undefined) return;
  dropArticles(row.id, work);
  work.statements.resay.run(...said({ file, ...result }), row.id);
  for (const [part, article] of result.articles.entries()) {
    putArticle(article, { file, part, fileId: row.id }, work);
  }
}

function dropArticles(fileId: number, { statements, ids }: Work): void {
  const articles = statements.articlesOf.all(fileId) as unknown as ArticleRow[];
  for (const { key, id, body, first } of articles) {
    if (first === null) statements.dropWords.run(key);
    statements.dropBody.run(body);
    statements.dropArticle.run(key);
    ids.add(id);
  }
}

interface ArticleRow {
  readonly key: number;
  readonly id: string;
  readonly body: number;
  readonly first: number | null;
}

function putFile(reading: FileReading, work: Work): void {
  const { file, size, stamp, sha256, readBy, result } = reading;
  const { statements } = work;
  const { lastInsertRowid } = statements.putFile.run(
    file,
    size,
    stamp,
    sha256,
    readBy,
    ...said({ file, ...result }),
  );
  countFile(reading, 1, work);
  const fileId = Number(lastInsertRowid);
  const hosts = new Set<string>();
  for (const [part, article] of result.articles.entries()) {
    putArticle(article, { file, part, fileId }, work);
    const host = hostOfArticle(article);
    if (host !== null) hosts.add(host);
  }
  for (const host of hosts) {
    statements.putHost.run(host, rankOf(file), fileId);
    statements.unsettle.run(host);
  }
}

/** What reading said of a file, and which of its parts gave no article. */
function said(read: FileRead): [string | null, string | null] {
  const unread = unreadOf(read);
  return [
    read.diagnostics.length === 0 ? null : JSON.stringify(read.diagnostics),
    unread.length === 0 ? null : JSON.stringify(unread),
  ];
}

function putArticle(
  article: Article,
  { file, part, fileId }: Placed & { readonly fileId: number },
  { statements, ids, added, unindexed }: Work,
): void {
  const { id, file: name, title, outlet, language } = article;
  const day = statedDay(article);
  let key = wantedKey(day, `${file}#${part}`);
  while (statements.isTaken.get(key) !== undefined) key = nextKey(key);
  const { lastInsertRowid: body } = statements.putBody.run(packArticle(article));
  const folded = outlet === null ? null : fold(outlet);
  statements.putArticle.run(
    key,
    id,
    fileId,
    part,
    name,
    day,
    title,
    outlet,
    folded,
    language,
    body,
  );
  ids.add(id);
  added.set(key, article);
  unindexed.set(key, article);
}

interface TwinRow extends Placed {
  readonly key: number;
  readonly first: number | null;
  readonly reason: string | null;
  readonly body: number;
}

/** Of the articles with one id the copy that counts comes first. */
function settleFirst(id: string, work: Work): void {
  const { statements, added, unindexed } = work;
  const rows = inFileOrder(statements.sameId.all(id) as unknown as TwinRow[]);
  const [only] = rows;
  if (only === undefined || (rows.length === 1 && only.first === null)) return;
  const whole = (row: TwinRow) => added.get(row.key) ?? load(row, statements);
  const first = countingCopy(rows, whole) ?? only;
  const original = whole(first);
  if (first.first !== null) {
    statements.setFirst.run(null, null, first.key);
    unindexed.set(first.key, original);
  }
  for (const twin of rows) {
    if (twin === first) continue;
    statements.setFirst.run(first.key, sameAs(whole(twin), original), twin.key);
    if (!unindexed.delete(twin.key) && twin.first === null) statements.dropWords.run(twin.key);
  }
}

function load({ body }: TwinRow, { bodyOf }: Statements): Article {
  const { data } = bodyOf.get(body) as unknown as { data: PackedArticle };
  return unpackArticle(data);
}

function indexArticle(key: number, article: Article, { putWords }: Statements): void {
  const { title, standfirst, paragraphs } = article;
  const text = standfirst === null ? paragraphs : [standfirst, ...paragraphs];
  putWords.run(key, foldForIndex(title), foldForIndex(text.join("\n")));
}
