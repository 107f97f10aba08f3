/** The corpus stage: a folder of files to dated articles. */
export {
  type CorpusEntry,
  type Listing,
  listFolder,
  listPath,
  loadEntry,
  type Refused,
} from "./folder.js";
export { inferDates } from "./infer-dates.js";
export { collectArticles, readCorpus, readListing } from "./read-corpus.js";
export { type EntryRead, readEntries } from "./read-entries.js";
export { openReadPool, type ReadAll, readInTurn } from "./read-pool.js";
export { fileOfRecord, readSourceRecord } from "./source-record.js";
