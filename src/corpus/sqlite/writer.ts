/** A change of the corpus to the rows of the index: all of it in one transaction. */
import type { Article } from "../../model/article.js";
import { fold } from "../../text/fold.js";
import { foldForIndex } from "../indexed-words.js";
import { sameAs, unreadOf } from "../read-corpus.js";
import type { FileReading, StoreChange } from "../store.js";
import { type DatabaseSync, inTransaction } from "./database.js";
import { inFileOrder, type Placed } from "./file-order.js";
import { nextKey, statedDay, wantedKey } from "./keys.js";
import { type PackedArticle, packArticle, unpackArticle } from "./stored-article.js";

/** @returns what carries a change out @throws {StoreError} */
export function openWriter(database: DatabaseSync): (change: StoreChange) => void {
  const statements = prepareStatements(database);
  return (change) => {
    if (change.put.length + change.touched.length + change.removed.length === 0) return;
    inTransaction(database, () => applyChange(change, statements));
  };
}

type Statements = ReturnType<typeof prepareStatements>;

function prepareStatements(database: DatabaseSync) {
  return {
    fileOf: database.prepare("SELECT id FROM file WHERE file = ?"),
    putFile: database.prepare(
      `INSERT INTO file (file, size, stamp, sha256, read_by, diagnostics, unread)
        VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ),
    touchFile: database.prepare("UPDATE file SET size = ?, stamp = ? WHERE file = ?"),
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
}

function applyChange({ put, touched, removed }: StoreChange, statements: Statements): void {
  const work: Work = { statements, ids: new Set(), added: new Map(), unindexed: new Map() };
  for (const file of [...removed, ...put.map((reading) => reading.file)]) dropFile(file, work);
  for (const { file, size, stamp } of touched) statements.touchFile.run(size, stamp, file);
  for (const reading of put) putFile(reading, work);
  for (const id of work.ids) settleFirst(id, work);
  // The full text takes a batch in the order of keys at once, in any other order piece by piece.
  const sorted = [...work.unindexed].sort(([a], [b]) => a - b);
  for (const [key, article] of sorted) indexArticle(key, article, statements);
}

function dropFile(file: string, { statements, ids }: Work): void {
  const row = statements.fileOf.get(file) as { id: number } | undefined;
  if (row === undefined) return;
  const articles = statements.articlesOf.all(row.id) as unknown as ArticleRow[];
  for (const { key, id, body, first } of articles) {
    if (first === null) statements.dropWords.run(key);
    statements.dropBody.run(body);
    statements.dropArticle.run(key);
    ids.add(id);
  }
  statements.dropFile.run(row.id);
}

interface ArticleRow {
  readonly key: number;
  readonly id: string;
  readonly body: number;
  readonly first: number | null;
}

function putFile(reading: FileReading, work: Work): void {
  const { file, size, stamp, sha256, readBy, result } = reading;
  const { articles, diagnostics } = result;
  const unread = unreadOf({ file, ...result });
  const { lastInsertRowid } = work.statements.putFile.run(
    file,
    size,
    stamp,
    sha256,
    readBy,
    diagnostics.length === 0 ? null : JSON.stringify(diagnostics),
    unread.length === 0 ? null : JSON.stringify(unread),
  );
  for (const [part, article] of articles.entries()) {
    putArticle(article, { file, part, fileId: Number(lastInsertRowid) }, work);
  }
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

/** Of the articles with one id the first by file is the one that counts. */
function settleFirst(id: string, work: Work): void {
  const { statements, added, unindexed } = work;
  const rows = statements.sameId.all(id) as unknown as TwinRow[];
  const [first, ...twins] = inFileOrder(rows);
  if (first === undefined || (twins.length === 0 && first.first === null)) return;
  const whole = (row: TwinRow) => added.get(row.key) ?? load(row, statements);
  const original = whole(first);
  if (first.first !== null) {
    statements.setFirst.run(null, null, first.key);
    unindexed.set(first.key, original);
  }
  for (const twin of twins) {
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
