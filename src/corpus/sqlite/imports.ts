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

/** Another one after each change; imports that were made without it get it. */
const CHANGE = `
  CREATE TABLE IF NOT EXISTS change (token TEXT NOT NULL);
  INSERT INTO change (token) SELECT hex(randomblob(16)) WHERE NOT EXISTS (SELECT 1 FROM change);
`;

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
  // Whoever knows nothing of tokens leaves another number behind.
  const state = database.prepare(
    `SELECT token || ' ' || coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'raw'), 0) AS state
      FROM change`,
  );
  const renew = database.prepare("UPDATE change SET token = hex(randomblob(16))");
  const read = (file: string) => {
    const row = explained(() => one.get(file)) as unknown as RawRow | undefined;
    return row === undefined ? null : inflateRawSync(row.bytes, { maxOutputLength: row.size + 1 });
  };
  return {
    entries: () => explained(() => all.all()) as unknown as ImportedEntry[],
    isEmpty: () => explained(() => any.get()) === undefined,
    state: () => String(explained(() => state.get())?.state),
    sizeOf(file) {
      const row = explained(() => size.get(file)) as Pick<RawRow, "size"> | undefined;
      return row?.size ?? null;
    },
    read,
    put(files) {
      inTransaction(database, () => {
        for (const { file, bytes } of files) {
          const standing = read(file);
          if (standing !== null && Buffer.compare(standing, bytes) === 0) continue;
          renew.run();
          drop.run(file);
          insert.run(file, bytes.length, deflateRawSync(bytes, { level: 1 }));
        }
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
