/** The corpus stage: a folder of files to dated articles. */
export {
  type CorpusEntry,
  type Listing,
  type LoadedFile,
  listFolder,
  listPath,
  loadEntry,
  type Refused,
} from "./folder.js";
export { type ImportFile, importToStore } from "./import-files.js";
export { inferDates } from "./infer-dates.js";
export { openMemoryStore } from "./memory-store.js";
export { type ReadCorpus, type ReadListing, readCorpus, readListing } from "./read-corpus.js";
export { type EntryRead, readEntries } from "./read-entries.js";
export { openReadPool, type ReadAll, readGuardedFile, readInTurn } from "./read-pool.js";
export { digestOf, minus, partsOf } from "./set-digest.js";
export { openSharedArchive, readSharedArchive, type SharedArchive } from "./shared-archive.js";
export { type Snippet, snippetOf } from "./snippet.js";
export {
  comparableKeys,
  fileOfRecord,
  keysOfRecord,
  readSourceRecord,
} from "./source-record.js";
export { openSqliteStore } from "./sqlite-store.js";
export {
  type ArticleHead,
  type CorpusStore,
  type DayRange,
  type FileReading,
  type StoreChange,
  type StoredFile,
  StoreError,
  type StoreHit,
  type StoreSearch,
} from "./store.js";
export { type AsOf, storeAsOf } from "./store-as-of.js";
export { readBytes, readWaiting, withRecord } from "./sync-archive.js";
export { openFolder, type SyncedFolder } from "./sync-folder.js";
export { syncRecurring } from "./sync-recurring.js";
export { type Lag, readByOf, syncStore } from "./sync-store.js";
export { parseTextQuery, type TextQuery } from "./text-query.js";
export {
  IMPORTS_FILE,
  type ImportsView,
  readIndex,
  viewImports,
  WORK_FOLDER,
  withIndex,
} from "./work-folder.js";
