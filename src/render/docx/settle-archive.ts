/** The archive that the library wrote in, the same archive with one instant and with names in order out: the same bytes each time. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const TIME = /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g;
/** Links get a name by chance: a letter of the library's and 21 of nanoid. */
const CHANCE_NAME = /(?<=")rId[a-z0-9_-]{21}(?=")/g;
/** Marks are numbered through all documents that one process writes. */
const MARK = /(<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(\d+)/g;

/** @param at the instant that the file bears */
export function settleArchive(bytes: Uint8Array, at: Date): Uint8Array {
  const links = new Map<string, number>();
  const marks = new Map<string, number>();
  const settle = (text: string) =>
    text
      .replace(TIME, (_, start) => `${start}${at.toISOString().slice(0, 19)}Z`)
      .replace(CHANCE_NAME, (name) => `rIdLink${ordinal(links, name)}`)
      .replace(MARK, (_, start, id) => `${start}${ordinal(marks, id)}`);
  const files = Object.entries(unzipSync(bytes)).toSorted(([a], [b]) => order(a) - order(b));
  const settled = files.map(([path, content]) => [
    path,
    /\.(xml|rels)$/.test(path) ? strToU8(settle(strFromU8(content))) : content,
  ]);
  return zipSync(Object.fromEntries(settled), { mtime: EPOCH, level: 6 });
}

/** One name, one number, in the order in which they come. */
function ordinal(known: Map<string, number>, name: string): number {
  const number = known.get(name) ?? known.size + 1;
  known.set(name, number);
  return number;
}

/** The body comes before the list of its links, so that they are numbered as they are read. */
function order(path: string): number {
  if (path === "[Content_Types].xml") return 0;
  return path.startsWith("word/") && !path.includes("_rels") ? 1 : 2;
}

/** The first instant that a zip can tell, the same in every time zone. */
const EPOCH = new Date(1980, 0, 1, 0, 0, 0);
