/** References in, records of RIS out (Research Information Systems, RIS Format Specifications, 2012). */
import type { Author } from "../authors.js";
import type { Reference } from "../reference.js";
import { type ExportRecord, recordOf } from "./record.js";

export function toRis(references: readonly Reference[]): string {
  return references.map((reference) => entryOf(recordOf(reference))).join("");
}

function entryOf(record: ExportRecord): string {
  const { id, kind, title, authors, container, issued, accessed, url, archived } = record;
  const tags: readonly (readonly [string, string | null])[] = [
    ["TY", kind === "newspaper" ? "NEWS" : "ELEC"],
    ["ID", id],
    ["TI", title],
    ...authors.map((author) => ["AU", nameOf(author)] as const),
    ["T2", container],
    ["PY", issued && String(issued[0])],
    ["DA", issued && dayOf(issued)],
    ["Y2", accessed && dayOf(accessed)],
    ["UR", url],
    ["AV", archived],
    ["LA", record.language],
    ["N1", record.note],
    ["ER", ""],
  ];
  return tags
    .flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}\r\n`]))
    .join("");
}

function nameOf(author: Author): string {
  if (author.kind === "literal") return author.name;
  return [author.family, author.given].filter((part) => part !== "").join(", ");
}

/** Year, month, day and other words, each behind a slash. */
function dayOf([year = 0, month, day]: readonly number[]): string {
  const two = (part: number | undefined) =>
    part === undefined ? "" : String(part).padStart(2, "0");
  return `${String(year).padStart(4, "0")}/${two(month)}/${two(day)}/`;
}
