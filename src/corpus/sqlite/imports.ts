/**
 * Raw files that live in the store alone: bytes by name, compressed. They are the truth of their
 * articles, as the folder is of its own; an index is made anew from them, and nothing drops them.
 */
import { deflateRawSync, inflateRawSync } from "node:zlib";
import {
  type DatabaseSync,
  explained,
  inTransaction,
  isOfVersion,
  openDatabase,
} from "../../host/sqlite/database.js";

/** `Brfi`, and the version of the table. */
const APPLICATION_ID = 0x42726669;
const VERSION = 1;

const TABLES = `
  CREATE TABLE raw (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    file TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    bytes BLOB NOT NULL
  );
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${VERSION};
`;

/**
 * What was put last, each time, under a token: two copies of the imports that went different ways are
 * told apart by it. Imports that were made without it get it.
 */
const CHANGE = `
  CREATE TABLE IF NOT EXISTS change (last INTEGER NOT NULL, token TEXT NOT NULL);
  INSERT INTO change (last, token) SELECT 0, hex(randomblob(16))
    WHERE NOT EXISTS (SELECT 1 FROM change);
`;
/** Changes that are remembered. */
const REMEMBERED = 1000;
/** Of more files that came since, listing them one by one is no gain. */
const MOST_SINCE = 100_000;

export interface ImportedEntry {
  readonly file: string;
  /** Bytes, before compression. */
  readonly size: number;
  /** Another one each time the file is put. */
  readonly number: number;
}

export interface Imports {
  /** In no order. */
  entries(): readonly ImportedEntry[];
  isEmpty(): boolean;
  /** The same as long as no file comes or gives way. */
  state(): string;
  /** Names of the files that came since; null where that cannot be told, or they are very many. */
  namesSince(state: string): readonly string[] | null;
  entry(file: string): ImportedEntry | null;
  /** Bytes, before compression; null where there is none of this name. */
  sizeOf(file: string): number | null;
  /** Null where there is none of this name. */
  read(file: string): Uint8Array | null;
  /** All of them or none; a file of the same name gives way, one with the same bytes stays as it is. */
  put(files: readonly { readonly file: string; readonly bytes: Uint8Array }[]): void;
  close(): void;
}

/** @throws {StoreError} `damaged` where what stands there holds no imports of this version */
export function openImports(path: string): Imports {
  const database = openDatabase(path);
  try {
    explained(() => prepare(database));
  } catch (error) {
    if (database.isOpen) database.close();
    throw error;
  }
  const all = database.prepare("SELECT number, file, size FROM raw");
  const one = database.prepare("SELECT size, bytes FROM raw WHERE file = ?");
  const size = database.prepare("SELECT size FROM raw WHERE file = ?");
  const drop = database.prepare("DELETE FROM raw WHERE file = ?");
  const insert = database.prepare("INSERT INTO raw (file, size, bytes) VALUES (?, ?, ?)");
  const any = database.prepare("SELECT 1 FROM raw LIMIT 1");
  const found = database.prepare("SELECT number, file, size FROM raw WHERE file = ?");
  // Whoever knows nothing of tokens leaves another number behind.
  const last = "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'raw'), 0)";
  const state = database.prepare(
    `SELECT token || ' ' || ${last} AS state FROM change ORDER BY rowid DESC LIMIT 1`,
  );
  const isKnown = database.prepare("SELECT 1 FROM change WHERE token = ? AND last <= ?");
  const since = database.prepare(`SELECT file FROM raw WHERE number > ? LIMIT ${MOST_SINCE + 1}`);
  const renew = database.prepare(
    `INSERT INTO change (last, token) SELECT ${last}, hex(randomblob(16))`,
  );
  const forget = database.prepare(
    `DELETE FROM change WHERE rowid <= (SELECT max(rowid) FROM change) - ${REMEMBERED}`,
  );
  const read = (file: string) => {
    const row = explained(() => one.get(file)) as unknown as RawRow | undefined;
    return row === undefined ? null : inflateRawSync(row.bytes, { maxOutputLength: row.size + 1 });
  };
  return {
    entries: () => explained(() => all.all()) as unknown as ImportedEntry[],
    isEmpty: () => explained(() => any.get()) === undefined,
    state: () => String(explained(() => state.get())?.state),
    namesSince(before) {
      const [token = "", number = ""] = before.split(" ");
      return explained(() => {
        if (isKnown.get(token, Number(number)) === undefined) return null;
        const names = since.all(Number(number)).map(({ file }) => String(file));
        return names.length > MOST_SINCE ? null : names;
      });
    },
    entry: (file) =>
      (explained(() => found.get(file)) as unknown as ImportedEntry | undefined) ?? null,
    sizeOf(file) {
      const row = explained(() => size.get(file)) as Pick<RawRow, "size"> | undefined;
      return row?.size ?? null;
    },
    read,
    put(files) {
      inTransaction(database, () => {
        let isChanged = false;
        for (const { file, bytes } of files) {
          const standing = read(file);
          if (standing !== null && Buffer.compare(standing, bytes) === 0) continue;
          isChanged = true;
          drop.run(file);
          insert.run(file, bytes.length, deflateRawSync(bytes, { level: 1 }));
        }
        if (!isChanged) return;
        renew.run();
        forget.run();
      });
    },
    close: () => database.close(),
  };
}

interface RawRow {
  readonly size: number;
  readonly bytes: Uint8Array;
}

function prepare(database: DatabaseSync): void {
  const isReady = () => isOfVersion(database, APPLICATION_ID, VERSION);
  database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
  const isWhole = () =>
    database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'change'").get() !== undefined;
  if (isReady() && isWhole()) return;
  inTransaction(database, () => {
    // Another process may have been quicker.
    if (!isReady()) database.exec(TABLES);
    database.exec(CHANGE);
  });
}
