/**
 * What the index keeps so that lines that recur over a host's articles can be found again: which
 * files have articles of which host, how they read before any line was dropped, and with which lines
 * they were read again.
 */

import { type DatabaseSync, explained, inTransaction } from "../../host/sqlite/database.js";
import type { Article } from "../../model/article.js";
import { hostOfArticle, type ReadResult } from "../../readers/index.js";
import { sha256 } from "../../text/sha256.js";
import { digestOfSample } from "../recurring-lines.js";
import type { FileReading, RecurringStore, StoredFile, Unclean } from "../store.js";
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
        yield* readingOf(row, statements);
      }
    },

    async readingsNamed(files) {
      return files.flatMap((name) => {
        const row = explained(() => statements.fileNamed.get(name));
        return row === undefined
          ? []
          : readingOf(row as unknown as FileRow & StoredFile, statements);
      });
    },

    async sample(host, most) {
      return explained(() => {
        const rows = statements.sample.all(host, most) as unknown as SampleRow[];
        const { files } = statements.countOf.get(host) as { files: number };
        const load = async () =>
          explained(() => rows.flatMap((row) => articlesOf(host, row, statements)));
        return { files, digest: digestOfSample(rows), load };
      });
    },

    async settlement(host) {
      const row = explained(() => statements.settlement.get(host));
      if (row === undefined) return null;
      return { lines: JSON.parse(String(row.lines)) as string[], sample: String(row.sample) };
    },

    async *firstReadings(host, which) {
      let [rank, id] = [-1, -1];
      for (;;) {
        const rows = explained(() =>
          statements.page.all(host, rank, id, which === "all" ? 1 : 0, PAGE),
        ) as unknown as PageRow[];
        for (const row of rows) yield* explained(() => articlesOf(host, row, statements));
        const last = rows.at(-1);
        if (last === undefined) return;
        [rank, id] = [last.rank, last.id];
      }
    },

    async settle(host, { lines, sample }, which, affected) {
      inTransaction(database, () => {
        statements.putLines.run(host, JSON.stringify(lines), sample);
        statements.affect.run(JSON.stringify([...affected]), host, which === "all" ? 1 : 0);
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

/** Files that are loaded at a time. */
const PAGE = 200;

interface SampleRow extends FileRow {
  readonly sha256: string;
}

interface PageRow extends FileRow {
  readonly rank: number;
}

function articlesOf(host: string, row: FileRow, statements: Statements): Article[] {
  return firstReading(row, statements)
    .flatMap(({ articles }) => articles)
    .filter((article) => hostOfArticle(article) === host);
}

function replacement(file: string, result: ReadResult | null, first: readonly ReadResult[]) {
  const wanted = result === null ? first : [result];
  return wanted.map((one) => ({ file, result: one }));
}

type Statements = ReturnType<typeof prepareStatements>;

function readingOf(row: FileRow & StoredFile, statements: Statements): FileReading[] {
  const { file, size, stamp, sha256: hash, readBy } = row;
  return firstReading(row, statements).map((result) => {
    return { file, size, stamp, sha256: hash, readBy, result };
  });
}

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
    fileNamed: database.prepare(
      `SELECT ${columns}, file.size, file.stamp, file.sha256, file.read_by AS readBy FROM file
        WHERE file.file = ?`,
    ),
    files: database.prepare(
      `SELECT ${columns}, file.size, file.stamp, file.sha256, file.read_by AS readBy FROM file`,
    ),
    maybeUnclean: database.prepare(
      `SELECT file.id, file.file, file.cleaned
        FROM host_file JOIN file ON file.id = host_file.file_id
        WHERE host_file.host = ? AND (host_file.affected = 1 OR file.cleaned <> '')`,
    ),
    bodiesOf: database.prepare(
      `SELECT body.data FROM article JOIN body ON body.id = article.body
        WHERE article.file_id = ? ORDER BY article.part`,
    ),
    sample: database.prepare(
      `SELECT ${columns}, file.sha256 FROM host_file JOIN file ON file.id = host_file.file_id
        WHERE host_file.host = ? ORDER BY host_file.rank, file.file LIMIT ?`,
    ),
    countOf: database.prepare("SELECT count(*) AS files FROM host_file WHERE host = ?"),
    page: database.prepare(
      `SELECT ${columns}, host_file.rank FROM host_file JOIN file ON file.id = host_file.file_id
        WHERE host_file.host = ?1 AND (host_file.rank, host_file.file_id) > (?2, ?3)
          AND (?4 OR host_file.affected IS NULL)
        ORDER BY host_file.rank, host_file.file_id LIMIT ?5`,
    ),
    settlement: database.prepare("SELECT lines, sample FROM recurring WHERE host = ?"),
    putLines: database.prepare(
      "INSERT OR REPLACE INTO recurring (host, lines, sample) VALUES (?, ?, ?)",
    ),
    linesOf: database.prepare(
      `SELECT recurring.host, recurring.lines FROM host_file
        JOIN recurring ON recurring.host = host_file.host
        WHERE host_file.file_id = ? AND recurring.lines <> '[]' ORDER BY recurring.host`,
    ),
    affect: database.prepare(
      `UPDATE host_file SET affected = (SELECT file FROM file WHERE id = file_id)
        IN (SELECT value FROM json_each(?1)) WHERE host = ?2 AND (?3 OR affected IS NULL)`,
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

type CleanedRow = Pick<FileRow, "id" | "file" | "cleaned">;

function findUnclean(hosts: readonly string[], statements: Statements): Unclean[] {
  const files = new Map<number, CleanedRow>();
  for (const host of hosts) {
    const rows = statements.maybeUnclean.all(host) as unknown as CleanedRow[];
    for (const row of rows) files.set(row.id, row);
  }
  const parsed = new Map<string, ReadonlySet<string>>();
  const linesIn = (json: string) => {
    const lines = parsed.get(json) ?? new Set(JSON.parse(json) as string[]);
    parsed.set(json, lines);
    return lines;
  };
  return [...files.values()].flatMap((row): Unclean[] => {
    const isAffected = statements.isAffected.get(row.id) !== undefined;
    const found = isAffected ? statements.linesOf.all(row.id) : [];
    const rows = found as unknown as { host: string; lines: string }[];
    const digest = isAffected ? sha256(JSON.stringify(rows)).slice(0, 16) : "";
    if (digest === row.cleaned) return [];
    const lines = new Map(rows.map((one) => [one.host, linesIn(one.lines)]));
    return [{ file: row.file, digest, lines: isAffected ? lines : null }];
  });
}
