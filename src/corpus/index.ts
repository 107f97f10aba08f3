/** The corpus stage: a folder of files to dated articles. */
export { readFolder, readPath } from "./folder.js";
export { inferDates } from "./infer-dates.js";
export { readCorpus } from "./read-corpus.js";
