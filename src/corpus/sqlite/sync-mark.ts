/** The state of a corpus that the index is of, as long as no process has changed the index since. */
import { type DatabaseSync, explained, inTransaction } from "../../host/sqlite/database.js";
import type { SyncMark } from "../store.js";

/** Said inside every transaction that changes what the index holds. */
export const UNMARK = "DELETE FROM synced";

export function openSyncMark(database: DatabaseSync): SyncMark {
  const state = database.prepare("SELECT state FROM synced");
  const version = database.prepare("PRAGMA data_version");
  const forget = database.prepare(UNMARK);
  const mark = database.prepare("INSERT INTO synced (state) VALUES (?)");
  // Another one whenever another process has written, https://sqlite.org/pragma.html#pragma_data_version
  const seen = () => Number(version.get()?.data_version);
  let atRead = seen();
  return {
    async read() {
      return explained(() => {
        atRead = seen();
        return (state.get()?.state as string | undefined) ?? null;
      });
    },
    async write(wanted) {
      inTransaction(database, () => {
        if (seen() !== atRead) return;
        forget.run();
        mark.run(wanted);
      });
    },
  };
}
