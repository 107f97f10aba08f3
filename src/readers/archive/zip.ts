/** A zip archive (APPNOTE.TXT) to the articles of the files in it, in the order of their names. */
import { crc32 } from "node:zlib";
import type { Article } from "../../model/article.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { docx } from "../docx.js";
import {
  MAX_ARCHIVE_DEPTH,
  MAX_ARCHIVE_ENTRIES,
  MAX_FILE_BYTES,
  MAX_INFLATED_BYTES,
} from "../limits.js";
import {
  containerOf,
  type RawFile,
  type ReadContext,
  type Reader,
  type ReadResult,
  refuse,
} from "../reader.js";
import {
  brokenArchive,
  encrypted,
  nothingInside,
  officeFile,
  tooDeep,
  tooManyEntries,
  tooMuchInside,
  unknownPacking,
  unreadableArchive,
} from "./diagnostics.js";
import { entriesOf, type ZipEntry } from "./entries.js";
import { inflate } from "./inflate.js";
import { isLitter, safeName } from "./safe-name.js";

export const zip: Reader = {
  name: "zip",
  format: "zip",
  extensions: [".zip"],
  maxBytes: MAX_FILE_BYTES,
  recognises: ({ bytes: [p, k, third, fourth] }) =>
    p === 0x50 && k === 0x4b && ((third === 3 && fourth === 4) || (third === 5 && fourth === 6)),
  read: readZip,
};

async function readZip(source: RawFile, context: ReadContext): Promise<ReadResult> {
  const { file, bytes } = source;
  if (context.depth >= MAX_ARCHIVE_DEPTH) return refuse(tooDeep(file));
  const { entries, count, isWhole } = await entriesOf(bytes);
  const names = new Set(entries.map(({ name }) => name));
  if (names.has("word/document.xml")) return docx.read(source, context);
  const office = OFFICE.find(({ part }) => names.has(part));
  if (office !== undefined) return refuse(officeFile(file, office.name));
  const diagnostics: Diagnostic[] = [];
  if (!isWhole && entries.length === 0) {
    return refuse(unreadableArchive(file, "is no zip archive, or damaged"));
  }
  if (!isWhole) diagnostics.push(brokenArchive(file, "is cut off or damaged"));
  if (count > MAX_ARCHIVE_ENTRIES) {
    diagnostics.push(tooManyEntries(file, count, MAX_ARCHIVE_ENTRIES));
  }
  const read = await readEntries(nameEntries(entries, file), containerOf(source), context);
  const all = [...diagnostics, ...read.diagnostics];
  if (read.articles.length === 0 && all.length === 0) all.push(nothingInside(file));
  return { articles: read.articles, diagnostics: all };
}

/** Documents that are zip archives of parts. */
const OFFICE = [
  { part: "xl/workbook.xml", name: "a spreadsheet (.xlsx)" },
  { part: "ppt/presentation.xml", name: "a presentation (.pptx)" },
] as const;

interface NamedEntry extends ZipEntry {
  /** `batch.zip/inner/a.html` */
  readonly file: string;
}

/** Names in code-unit order; of several alike each after the first bears a number that no other has. */
function nameEntries(entries: readonly ZipEntry[], file: string): NamedEntry[] {
  const named = entries
    .filter(({ name }) => !isLitter(name))
    .map((entry, index) => ({ ...entry, file: `${file}/${safeName(entry.name, index)}` }))
    .sort((a, b) => (a.file < b.file ? -1 : Number(a.file > b.file)));
  const taken = new Set(named.map((entry) => entry.file));
  const counts = new Map<string, number>();
  return named.map((entry) => {
    let count = (counts.get(entry.file) ?? 0) + 1;
    while (count > 1 && taken.has(numbered(entry.file, count))) count += 1;
    counts.set(entry.file, count);
    const own = count === 1 ? entry.file : numbered(entry.file, count);
    taken.add(own);
    return { ...entry, file: own };
  });
}

/** `a.html` to `a (2).html`. */
function numbered(file: string, count: number): string {
  const dot = file.lastIndexOf(".");
  const end = dot > file.lastIndexOf("/") ? dot : file.length;
  return `${file.slice(0, end)} (${count})${file.slice(end)}`;
}

async function readEntries(
  entries: readonly NamedEntry[],
  container: { readonly file: string; readonly sha256: string },
  context: ReadContext,
): Promise<ReadResult> {
  const articles: Article[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const entry of entries) {
    if (context.budget.left <= 0) {
      diagnostics.push(tooMuchInside(container.file, `${MAX_INFLATED_BYTES} bytes`));
      break;
    }
    const unpacked = await unpack(entry, context);
    diagnostics.push(...unpacked.diagnostics);
    if (unpacked.bytes === null) continue;
    const { bytes } = unpacked;
    const inner = await context.readInside({ bytes, file: entry.file, container });
    articles.push(...inner.articles);
    diagnostics.push(...inner.diagnostics);
  }
  return { articles, diagnostics };
}

/** What an entry takes of the budget at the least: a nest of empty archives comes to an end too. */
const LEAST_COST = 4096;

interface Unpacked {
  readonly bytes: Uint8Array | null;
  readonly diagnostics: readonly Diagnostic[];
}

async function unpack(entry: NamedEntry, { budget }: ReadContext): Promise<Unpacked> {
  const { file, packed, method } = entry;
  if (entry.isEncrypted) return nothing(encrypted(file));
  if (method !== 0 && method !== 8) return nothing(unknownPacking(file));
  const limit = Math.min(budget.left, MAX_FILE_BYTES);
  const { bytes, end } =
    method === 0
      ? ({ bytes: packed, end: packed.length > limit ? "over-limit" : "whole" } as const)
      : await inflate(packed, "raw", limit);
  budget.left -= end === "over-limit" ? limit : Math.max(bytes.length, LEAST_COST);
  if (end === "over-limit") return nothing(tooMuchInside(file, `${limit} bytes`));
  const isSound = end === "whole" && (entry.crc32 === null || entry.crc32 === crc32(bytes));
  if (isSound) return { bytes, diagnostics: [] };
  const what = end === "cut" ? "stops before its end" : "is damaged";
  return bytes.length > 0
    ? { bytes, diagnostics: [brokenArchive(file, what)] }
    : nothing(unreadableArchive(file, what));
}

function nothing(diagnostic: Diagnostic): Unpacked {
  return { bytes: null, diagnostics: [diagnostic] };
}
