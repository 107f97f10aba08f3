/** The recipients stage: lists of people, as a desk wrote them, to each of them once. */
import type { Diagnostic } from "../model/diagnostic.js";
import { readCsvList } from "./read-csv-list.js";
import { type ReadList, readYamlList } from "./read-yaml-list.js";

export {
  emptyList,
  ledgerUnread,
  noKey,
  noLists,
  noPassword,
  notTheirLanguage,
  ownTemplate,
  refusedBy,
} from "./list-faults.js";
export { type Merged, mergeRecipients, type NamedList } from "./merge-recipients.js";
export { type MailAddress, type ParsedAddress, parseAddress } from "./parse-address.js";
export { YamlListSchema } from "./read-yaml-list.js";

/** Most rows of a list: beyond them it is a mailing service that is wanted. */
const MOST = 100_000;

/** @param file its name says which form it has */
export function readList(text: string, file: string): ReadList {
  const read = file.endsWith(".csv") ? readCsvList(text, file) : readYamlList(text, file);
  return read.entries.length > MOST ? { entries: [], diagnostics: [tooMany(file)] } : read;
}

function tooMany(file: string): Diagnostic {
  return {
    code: "recipients-too-many",
    severity: "error",
    message: `has more than ${MOST} rows`,
    place: { file },
    hint: "split it into several lists",
  };
}
