/**
 * What the index keeps so that lines that recur over a host's articles can be found again: which
 * files have articles of which host, how they read before any line was dropped, and with which lines
 * they were read again.
 */

import { type DatabaseSync, explained, inTransaction } from "../../host/sqlite/database.js";
import type { Article } from "../../model/article.js";
import { hostOfArticle, type ReadResult } from "../../readers/index.js";
import { sha256 } from "../../text/sha256.js";
import type { RecurringStore, StoredFile, Unclean } from "../store.js";
import { type PackedArticle, unpackArticle } from "./stored-article.js";

/** Puts articles of a file that is stored in the place of those that are there. */
export type Reput = (
  files: readonly { readonly file: string; readonly result: ReadResult }[],
) => void;

export function openRecurring(database: DatabaseSync, reput: Reput): RecurringStore {
  const statements = prepareStatements(database);
  return {
    unsettled: async () =>
      explained(() => statements.unsettled.all()).map(({ host }) => String(host)),

    async *allFirstReadings() {
      const rows = explained(() => statements.files.all()) as unknown as (FileRow & StoredFile)[];
      for (const row of rows) {
        const { file, size, stamp, sha256: hash, readBy } = row;
        for (const result of firstReading(row, statements)) {
          yield { file, size, stamp, sha256: hash, readBy, result };
        }
      }
    },

    async firstReadings(host) {
      const rows = explained(() => statements.filesOf.all(host)) as unknown as FileRow[];
      return rows
        .flatMap((row) => firstReading(row, statements))
        .flatMap(({ articles }) => articles.filter((article) => hostOfArticle(article) === host));
    },

    async settle(host, lines, affected) {
      inTransaction(database, () => {
        statements.dropLines.run(host);
        if (lines.length > 0) statements.putLines.run(host, JSON.stringify(lines));
        statements.affect.run(JSON.stringify([...affected]), host);
      });
    },

    unclean: async (hosts) => explained(() => findUnclean(hosts, statements)),

    async reclean(files) {
      inTransaction(database, () => {
        const found = files.flatMap((one) => {
          const row = statements.file.get(one.file) as unknown as FileRow | undefined;
          return row === undefined ? [] : [{ ...one, row, first: firstReading(row, statements) }];
        });
        reput(found.flatMap(({ file, result, first }) => replacement(file, result, first)));
        for (const { row, digest, result, first } of found) {
          const kept = result === null ? null : JSON.stringify(first[0] ?? null);
          statements.markClean.run(digest, kept, row.id);
        }
      });
    },

    settled: async (hosts) =>
      explained(() => {
        for (const host of hosts) statements.forget.run(host);
      }),
  };
}

function replacement(file: string, result: ReadResult | null, first: readonly ReadResult[]) {
  const wanted = result === null ? first : [result];
  return wanted.map((one) => ({ file, result: one }));
}

type Statements = ReturnType<typeof prepareStatements>;

interface FileRow {
  readonly id: number;
  readonly file: string;
  readonly cleaned: string;
  readonly first_reading: string | null;
  readonly diagnostics: string | null;
}

function prepareStatements(database: DatabaseSync) {
  const columns = "file.id, file.file, file.cleaned, file.first_reading, file.diagnostics";
  return {
    unsettled: database.prepare("SELECT host FROM unsettled ORDER BY host"),
    forget: database.prepare("DELETE FROM unsettled WHERE host = ?"),
    file: database.prepare(`SELECT ${columns} FROM file WHERE file.file = ?`),
    files: database.prepare(
      `SELECT ${columns}, file.size, file.stamp, file.sha256, file.read_by AS readBy FROM file`,
    ),
    filesOf: database.prepare(
      `SELECT ${columns} FROM host_file JOIN file ON file.id = host_file.file_id
        WHERE host_file.host = ?`,
    ),
    bodiesOf: database.prepare(
      `SELECT body.data FROM article JOIN body ON body.id = article.body
        WHERE article.file_id = ? ORDER BY article.part`,
    ),
    dropLines: database.prepare("DELETE FROM recurring WHERE host = ?"),
    putLines: database.prepare("INSERT INTO recurring (host, lines) VALUES (?, ?)"),
    linesOf: database.prepare(
      `SELECT recurring.host, recurring.lines FROM host_file
        JOIN recurring ON recurring.host = host_file.host
        WHERE host_file.file_id = ? ORDER BY recurring.host`,
    ),
    affect: database.prepare(
      `UPDATE host_file SET affected = (SELECT file FROM file WHERE id = file_id)
        IN (SELECT value FROM json_each(?)) WHERE host = ?`,
    ),
    isAffected: database.prepare("SELECT 1 FROM host_file WHERE file_id = ? AND affected = 1"),
    markClean: database.prepare("UPDATE file SET cleaned = ?, first_reading = ? WHERE id = ?"),
  };
}

/** How a file read before any line was dropped from it. */
function firstReading(row: FileRow, { bodiesOf }: Statements): ReadResult[] {
  if (row.first_reading !== null) return [JSON.parse(row.first_reading) as ReadResult];
  const bodies = bodiesOf.all(row.id) as unknown as { data: PackedArticle }[];
  const articles: Article[] = bodies.map(({ data }) => unpackArticle(data));
  const diagnostics = row.diagnostics === null ? [] : JSON.parse(row.diagnostics);
  return [{ articles, diagnostics }];
}

function findUnclean(hosts: readonly string[], statements: Statements): Unclean[] {
  const files = new Map<number, FileRow>();
  for (const host of hosts) {
    for (const row of statements.filesOf.all(host) as unknown as FileRow[]) files.set(row.id, row);
  }
  return [...files.values()].flatMap((row): Unclean[] => {
    const isAffected = statements.isAffected.get(row.id) !== undefined;
    const found = isAffected ? statements.linesOf.all(row.id) : [];
    const rows = found as unknown as { host: string; lines: string }[];
    const digest = isAffected ? sha256(JSON.stringify(rows)).slice(0, 16) : "";
    if (digest === row.cleaned) return [];
    const lines = new Map(
      rows.map((one) => [one.host, new Set(JSON.parse(one.lines) as string[])]),
    );
    return [{ file: row.file, digest, lines: isAffected ? lines : null }];
  });
}
