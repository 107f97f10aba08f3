/** Files and parts of the archive that gave no article of their own, and what was said of files. */
import type { Unread } from "../../model/article.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { duplicate } from "../read-corpus.js";
import { countRest, firstOfEach, MANY, TOLD } from "../shorten-told.js";
import type { Archive } from "./archive.js";
import { codeOf, type FileState, headOf, reasonOf, stateIn } from "./documents.js";
import { all, type Query } from "./queries.js";

const TWINS: Query = { term: { counts: false } };
const SILENT: Query = { range: { unread: { gt: 0 } } };
const BY_FILE = [{ order: "asc" }] as const;

export async function countUnread(archive: Archive): Promise<number> {
  const aggs = { unread: { sum: { field: "unread" } } };
  const { unread } = await archive.aggregate("files", SILENT, aggs);
  return unread.value + (await archive.count("articles", TWINS));
}

interface Told {
  readonly file: string;
  readonly part: number;
  readonly entries: readonly Unread[];
}

/** Of one file first what gave no article, then what repeats another. */
export async function listUnread(archive: Archive, limit?: number): Promise<Unread[]> {
  const silent: Told[] = [];
  const asked = { query: SILENT, sort: BY_FILE, fields: ["data"] };
  for await (const page of archive.pages("files", asked, limit)) {
    for (const { source } of page) {
      const { file, unread } = stateIn(source);
      silent.push({ file, part: -1, entries: unread });
    }
  }
  const all = [...silent, ...(await twins(archive, limit))].sort((a, b) =>
    a.file === b.file ? a.part - b.part : a.file < b.file ? -1 : 1,
  );
  return all.flatMap(({ entries }) => entries).slice(0, limit);
}

async function twins(archive: Archive, limit?: number): Promise<Told[]> {
  const found: Told[] = [];
  const sort = [{ order: "asc" }, { part: "asc" }] as const;
  const asked = { query: TWINS, sort, fields: ["head", "reason"] };
  for await (const page of archive.pages("articles", asked, limit)) {
    for (const { id, source } of page) {
      const { head, file, part } = headOf(id, source);
      const entry = { file: head.file, reason: reasonOf(source), of: head.id };
      found.push({ file, part, entries: [entry] });
    }
  }
  return found;
}

/** What was said of files in their order, then what is said of copies: as `shortenTold` leaves it. */
export async function tellDiagnostics(archive: Archive): Promise<readonly Diagnostic[]> {
  const counts = await countCodes(archive);
  const copies = await archive.count("articles", TWINS);
  const said = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isMany = said + copies >= MANY;
  const files = await filesToTell(archive, isMany ? [...counts.keys()] : null);
  const doubled = (await twins(archive, isMany ? TOLD : undefined)).flatMap(
    ({ entries }) => entries,
  );
  const told = [...files.flatMap(({ diagnostics }) => diagnostics), ...doubled.map(duplicate)];
  if (!isMany) return told;
  const [first] = doubled.map(duplicate);
  if (first !== undefined) counts.set(first.code, (counts.get(first.code) ?? 0) + copies);
  const some = firstOfEach(told);
  return [...some, ...countRest(some, inOrderOf(told, counts))];
}

/** The rest is counted in the order in which the codes come up. */
function inOrderOf(
  told: readonly Diagnostic[],
  counts: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const codes = new Set(told.map(({ code }) => code));
  return new Map([...codes].map((code) => [code, counts.get(code) ?? 0]));
}

async function countCodes(archive: Archive): Promise<Map<string, number>> {
  const aggs = { said: { terms: { field: "said", size: 10_000 } } };
  const { said } = await archive.aggregate("files", { exists: { field: "said" } }, aggs);
  const counts = new Map<string, number>();
  for (const { key, doc_count: count } of said.buckets as { key: string; doc_count: number }[]) {
    counts.set(codeOf(key), (counts.get(codeOf(key)) ?? 0) + count);
  }
  return counts;
}

/** @param codes the first hundred files of each; null for all files of which anything was said */
async function filesToTell(
  archive: Archive,
  codes: readonly string[] | null,
): Promise<FileState[]> {
  const queries = codes?.map((code) => all({ term: { said: code } })) ?? [
    { exists: { field: "said" } },
  ];
  const files = new Map<string, FileState>();
  for (const query of queries) {
    const asked = { query, sort: BY_FILE, fields: ["data"] };
    for await (const page of archive.pages("files", asked, codes === null ? undefined : TOLD)) {
      for (const { source } of page) files.set(stateIn(source).file, stateIn(source));
    }
  }
  return [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}
