/** Files to articles: each read on its own, in the order of their names, every one accounted for. */
import type { Host } from "../host/host.js";
import type { Article, Unread } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { RawFile, ReadOptions, ReadResult } from "../readers/index.js";
import { countingCopy } from "./counting-copy.js";
import type { Listing } from "./folder.js";
import { packArticle } from "./pack-article.js";
import { readEntries } from "./read-entries.js";
import { openReadPool, readInTurn } from "./read-pool.js";
import { findRecurring, type RecurringLines } from "./recurring-lines.js";

export interface ReadCorpus {
  readonly articles: readonly Article[];
  /** Articles that have the id of another, which was kept. */
  readonly twins: readonly Article[];
  readonly unread: readonly Unread[];
  readonly diagnostics: readonly Diagnostic[];
}

export interface ReadListing extends ReadCorpus {
  /** Every file that was read, with the SHA-256 of its bytes. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
}

/** What reading gave of one file. */
export type FileRead = ReadResult & { readonly file: string };

/** Reads all inputs; of articles with the same id the one is kept that `countingCopy` names. */
export async function readCorpus(
  inputs: readonly RawFile[],
  options: ReadOptions = {},
): Promise<ReadCorpus> {
  const sorted = [...inputs].sort(byFile);
  const results = await readInTurn(sorted, options);
  const files = sorted.map(({ file }, index) => ({ file, ...(results[index] ?? NOTHING) }));
  const { affected, lines } = recurringIn(files);
  const again = sorted.filter(({ file }) => affected.has(file));
  const reread = await readInTurn(again, { ...options, recurring: lines });
  return collectArticles(
    replaced(
      files,
      again.map(({ file }, index) => ({ file, ...(reread[index] ?? NOTHING) })),
    ),
  );
}

function recurringIn(files: readonly FileRead[]): RecurringLines {
  return findRecurring(files.flatMap(({ articles }) => articles));
}

function replaced(files: readonly FileRead[], reread: readonly FileRead[]): FileRead[] {
  const anew = new Map(reread.map((read) => [read.file, read]));
  return files.map((read) => anew.get(read.file) ?? read);
}

const NOTHING: ReadResult = { articles: [], diagnostics: [] };

/** Reads a folder's files, on all cores where they are many. */
export async function readListing(
  host: Host,
  { entries, refused }: Listing,
  options: ReadOptions = {},
): Promise<ReadListing> {
  const pool = openReadPool(entries.length);
  const files: FileRead[] = refused.map(({ file, diagnostic }) => ({
    file,
    articles: [],
    diagnostics: [diagnostic],
  }));
  const inputs: { file: string; sha256: string }[] = [];
  const reread: FileRead[] = [];
  try {
    for await (const read of readEntries(host, entries, pool.readAll, options)) {
      files.push(pack(read));
      if (read.sha256 !== null) inputs.push({ file: read.file, sha256: read.sha256 });
    }
    const { affected, lines } = recurringIn(files);
    const again = entries.filter(({ file }) => affected.has(file));
    const anew = { ...options, recurring: lines };
    for await (const read of readEntries(host, again, pool.readAll, anew)) {
      reread.push(pack(read));
    }
  } finally {
    await pool.close();
  }
  return { ...collectArticles(replaced(files, reread).sort(byFile)), inputs };
}

/** All articles of a folder are held at once. */
function pack<T extends ReadResult>(read: T): T {
  return { ...read, articles: read.articles.map(packArticle) };
}

/** What reading gave of each file to one corpus. */
function collectArticles(files: readonly FileRead[]): ReadCorpus {
  const kept = keptById(files);
  const articles: Article[] = [];
  const twins: Article[] = [];
  const unread: Unread[] = [];
  for (const read of files) {
    unread.push(...unreadOf(read));
    for (const article of read.articles) {
      const other = kept.get(article.id) ?? article;
      if (other === article) {
        articles.push(article);
        continue;
      }
      twins.push(article);
      unread.push({ file: article.file, reason: sameAs(article, other), of: other.id });
    }
  }
  const doubled = unread.filter(({ of }) => of !== undefined).map(duplicate);
  const said = files.flatMap(({ diagnostics }) => diagnostics);
  return { articles, twins, unread, diagnostics: [...said, ...doubled] };
}

function keptById(files: readonly FileRead[]): ReadonlyMap<string, Article> {
  const all = files.flatMap(({ articles }) => articles);
  const copies = [...Map.groupBy(all, ({ id }) => id)];
  return new Map(
    copies.flatMap(([id, articles]): [string, Article][] => {
      const counting = countingCopy(articles, (article) => article);
      return counting === null ? [] : [[id, counting]];
    }),
  );
}

/** The file, or the parts of it that a diagnostic names, where they gave no article. */
export function unreadOf({ file, articles, diagnostics }: FileRead): Unread[] {
  const given = new Set(articles.map((article) => article.file));
  const reasons = new Map<string, string>();
  for (const { severity, place, message } of diagnostics) {
    const part = place?.file;
    if (part === undefined || severity === "info" || part === file || given.has(part)) continue;
    if (!reasons.has(part)) reasons.set(part, message);
  }
  if (articles.length === 0 && reasons.size === 0) {
    reasons.set(file, diagnostics[0]?.message ?? "gave no article");
  }
  return [...reasons].map(([part, reason]) => ({ file: part, reason }));
}

/** Code units, so that no locale changes the order. */
export function byFile(a: { readonly file: string }, b: { readonly file: string }): number {
  if (a.file === b.file) return 0;
  return a.file < b.file ? -1 : 1;
}

export function sameAs(article: Article, kept: Article): string {
  if (article.url === null || article.raw === kept.raw) return `the same bytes as ${kept.file}`;
  const isEarlier = article.fetched !== undefined && kept.fetched !== undefined;
  return `${isEarlier ? "an earlier" : "another"} copy of the page that is in ${kept.file}`;
}

export function duplicate({ file, reason }: Unread): Diagnostic {
  return {
    code: "duplicate-article",
    severity: "info",
    message: `holds ${reason}`,
    place: { file },
    hint: "remove one of the two",
  };
}
