/** A store that is gone when it is closed: the same tables, in memory, on a temporary file where they grow. */
import { openSqliteStore } from "./sqlite-store.js";
import type { CorpusStore } from "./store.js";

/**
 * Ranking is that of the kept index, to the last digit: a workspace that cannot be written gives the
 * same brief as one that can.
 */
export function openMemoryStore(): CorpusStore {
  return openSqliteStore("");
}
