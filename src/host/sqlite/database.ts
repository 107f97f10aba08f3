/** SQLite: opens a database, and says of its errors what can be done about them. */
import { DatabaseSync, type StatementSync } from "node:sqlite";
import { DatabaseError } from "./database-error.js";

export type { DatabaseSync } from "node:sqlite";

/** Milliseconds to wait for another process to finish what it writes. */
const PATIENCE = 10_000;

/**
 * @param path of a file; empty for a database that is gone when it is closed
 * @throws {DatabaseError}
 */
export function openDatabase(path: string, options: { readOnly?: boolean } = {}): DatabaseSync {
  return explained(() => new DatabaseSync(path, { timeout: PATIENCE, ...options }));
}

/** Runs what may fail inside SQLite. @throws {DatabaseError} */
export function explained<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asDatabaseError(error);
  }
}

function asDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || !("errcode" in error)) return error;
  const kind = KINDS.get(Number(error.errcode) & 0xff);
  return kind === undefined ? error : new DatabaseError(kind, error.message, { cause: error });
}

/** Primary result codes, https://sqlite.org/rescode.html. A wrong schema shows as a plain error. */
const KINDS: ReadonlyMap<number, DatabaseError["kind"]> = new Map([
  [1, "damaged"],
  [5, "busy"],
  [6, "busy"],
  [8, "unusable"],
  [10, "unusable"],
  [11, "damaged"],
  [13, "full"],
  [14, "unusable"],
  [17, "damaged"],
  [19, "damaged"],
  [20, "damaged"],
  [26, "damaged"],
]);

/** All of the work or nothing of it. @throws {DatabaseError} */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  return explained(() => {
    database.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      database.exec("COMMIT");
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec("ROLLBACK");
      throw error;
    }
  });
}

/** Rows of a query, its values in order. */
export type Rows = <T>(sql: string, ...values: (string | number)[]) => T[];

/** Statements are prepared once. The rows are what the query says: nothing checks them. */
export function rowsOf(database: DatabaseSync): Rows {
  const statements = new Map<string, StatementSync>();
  return <T>(sql: string, ...values: (string | number)[]) =>
    explained(() => {
      const statement = statements.get(sql) ?? database.prepare(sql);
      statements.set(sql, statement);
      return statement.all(...values) as unknown as T[];
    });
}

/**
 * Whether a database is the owner's, of this version; false where it is a new one.
 * @throws {DatabaseError} where it is anything else
 */
export function isOfVersion(database: DatabaseSync, owner: number, version: number): boolean {
  const number = (pragma: string) =>
    Number(Object.values(database.prepare(`PRAGMA ${pragma}`).get() ?? {})[0]);
  const found = [number("application_id"), number("user_version")];
  if (found[0] === owner && found[1] === version) return true;
  const { tables } = database.prepare("SELECT count(*) AS tables FROM sqlite_schema").get() ?? {};
  if (tables === 0 && found.every((value) => value === 0)) return false;
  throw new DatabaseError("damaged", "it is of another version, or of another program");
}
