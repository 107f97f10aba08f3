/** What SQLite says in, what it means for the ledger out. */
import { DatabaseError } from "../host/sqlite/database-error.js";
import { LedgerError } from "./ledger.js";

/** SQLITE_READONLY, https://sqlite.org/rescode.html. */
const READ_ONLY = 8;

/** Runs what may fail inside SQLite. @throws {LedgerError} */
export function tellingLedger<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    throw new LedgerError(isReadOnly(error) ? "read-only" : error.kind, error.message, {
      cause: error,
    });
  }
}

function isReadOnly({ cause }: DatabaseError): boolean {
  return (
    cause instanceof Error && "errcode" in cause && (Number(cause.errcode) & 0xff) === READ_ONLY
  );
}
