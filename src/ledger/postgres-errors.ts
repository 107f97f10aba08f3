/** What PostgreSQL says in, what it means for the ledger out. */
import { EngineError } from "../host/engine-error.js";
import { LedgerError } from "./ledger.js";

/** Runs what may fail in the database. @throws {LedgerError} */
export async function tellingPostgres<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (isOfServer(error)) throw new LedgerError("unusable", error.message, { cause: error });
    if (!(error instanceof EngineError)) throw error;
    const { engine, message } = error;
    const said = `${engine} ${message}; ${error.hint}`;
    throw new LedgerError(KINDS[error.kind], said, { cause: error });
  }
}

/** Tables that somebody dropped, a disk that gives back other bytes: nothing may be sent then either. */
function isOfServer(error: unknown): error is Error {
  return error instanceof Error && "severity" in error;
}

const KINDS: Readonly<Record<EngineError["kind"], LedgerError["kind"]>> = {
  unreachable: "unreachable",
  refused: "unusable",
  version: "unusable",
  missing: "unusable",
  closed: "unreachable",
  full: "full",
  unusable: "unusable",
};
