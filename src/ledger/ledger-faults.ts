/** The file of a ledger in, what SQLite finds wrong in it out. */
import { explained, openDatabase } from "../host/sqlite/database.js";
import { tellingLedger } from "./ledger-errors.js";

/** @returns null where it is whole @throws {LedgerError} where it cannot be read */
export function ledgerFaults(path: string): string | null {
  return tellingLedger(() => {
    const database = openDatabase(path, { readOnly: true });
    try {
      const row = explained(() => database.prepare("PRAGMA integrity_check(1)").get());
      const said = String(Object.values(row ?? {})[0] ?? "");
      return said === "ok" ? null : said;
    } finally {
      database.close();
    }
  });
}
