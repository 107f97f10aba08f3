/** The corpus store in OpenSearch or Elasticsearch: articles in indices by month, found by key, id and words. */
import type { Diagnostic } from "../model/diagnostic.js";
import { ALL_KEYS, DATED, keysOf, UNDATED } from "./day-keys.js";
import type { Archive, Hit, SearchRequest } from "./opensearch/archive.js";
import { bodyOf, headOf, type PlacedHead, stateIn } from "./opensearch/documents.js";
import { all, COUNTS, keysBetween, type Query, richestQuery } from "./opensearch/queries.js";
import { openRecurring } from "./opensearch/recurring.js";
import { searchArchive } from "./opensearch/search.js";
import { sortName } from "./opensearch/sort-name.js";
import { countUnread, listUnread, tellDiagnostics } from "./opensearch/unread.js";
import { statesOf, writeChange } from "./opensearch/writer.js";
import { PARTS } from "./set-digest.js";
import {
  type ArticleHead,
  type CorpusStore,
  type FileSum,
  type StoredFile,
  StoreError,
} from "./store.js";

export function storeOver(archive: Archive): CorpusStore {
  const keyed = (keys: readonly [number, number]) => all(COUNTS, keysBetween(keys));
  return {
    files: async () => (await everyFile(archive, { match_all: {} })).map(known),
    filesAfter: (after, limit) => filesAfter(archive, after, limit),
    filesNamed: async (names) =>
      [...(await statesOf(archive, names)).values()].map(known).sort(byFile),
    fileSum: () => sumFiles(archive),
    change: (change) => writeChange(archive, change),
    count: () => archive.count("articles", COUNTS),
    countUndated: () => archive.count("articles", keyed(UNDATED)),
    countUnread: () => countUnread(archive),
    countBetween: (days) => archive.count("articles", keyed(keysOf(days))),
    countByDay: () => countByDay(archive),
    between: (days) => headsOf(archive, keyed(keysOf(days))),
    undated: (limit) => headsOf(archive, keyed(UNDATED), limit),
    all: () => headsOf(archive, keyed(ALL_KEYS)),
    latestDay: (until) => latestDay(archive, until),
    find: (name) => find(archive, name),
    load: (heads) => load(archive, heads),
    unread: (limit) => listUnread(archive, limit),
    diagnostics: (): Promise<readonly Diagnostic[]> => tellDiagnostics(archive),
    search: (search) => searchArchive(archive, search),
    async richest(terms, days, limit) {
      const query = richestQuery(terms, days);
      if (query === null || limit === 0) return [];
      const hits: Hit[] = [];
      const asked = { query, sort: RICHEST_FIRST, fields: ["head"] };
      for await (const page of archive.pages("articles", asked, limit)) hits.push(...page);
      return hits.map(({ id, source }) => headOf(id, source).head);
    },
    recurring: openRecurring(archive),
    hold: () => archive.hold(),
    close: () => archive.close(),
  };
}

const BY_ORDER = [{ order: "asc" }, { part: "asc" }] as const;
const RICHEST_FIRST = [{ _score: "desc" }, { day: "desc" }, ...BY_ORDER] as const;

const known = ({ file, size, stamp, sha256, readBy }: StoredFile): StoredFile => {
  return { file, size, stamp, sha256, readBy };
};

function byFile(a: StoredFile, b: StoredFile): number {
  return a.file < b.file ? -1 : 1;
}

async function everyFile(archive: Archive, query: Query): Promise<StoredFile[]> {
  const files: StoredFile[] = [];
  const asked = { query, sort: [{ order: "asc" }] as const, fields: ["data"] };
  for await (const page of archive.pages("files", asked)) {
    files.push(...page.map(({ source }) => stateIn(source)));
  }
  return files;
}

async function filesAfter(
  archive: Archive,
  after: string | null,
  limit: number,
): Promise<StoredFile[]> {
  const query: Query =
    after === null ? { match_all: {} } : { range: { order: { gt: sortName(after) } } };
  const asked = { query, sort: [{ order: "asc" }] as const, fields: ["data"] };
  const hits = await archive.first("files", asked, limit);
  return hits.map(({ source }) => known(stateIn(source)));
}

async function sumFiles(archive: Archive): Promise<FileSum> {
  const names = Array.from({ length: PARTS }, (_, part) => `sum${part}`);
  const aggs = Object.fromEntries(names.map((field) => [field, { sum: { field } }]));
  const found = await archive.aggregate("files", { term: { isRead: true } }, aggs);
  return { files: found.total, sum: names.map((name) => found[name].value as number) };
}

/** A day is a term of its own; there are no more of them than the engine counts at once. */
async function countByDay(archive: Archive): Promise<ReadonlyMap<string, number>> {
  const aggs = { days: { terms: { field: "day", size: 60_000, order: { _key: "asc" } } } };
  const { days } = await archive.aggregate("articles", all(COUNTS, keysBetween(DATED)), aggs);
  const buckets = days.buckets as { key: string; doc_count: number }[];
  return new Map(buckets.map(({ key, doc_count: count }) => [key, count]));
}

/** Pages come by key: what is sorted by name would have to be compared over all months. */
async function headsOf(archive: Archive, query: Query, limit?: number): Promise<ArticleHead[]> {
  const heads: PlacedHead[] = [];
  const sort = limit === undefined ? ([{ key: "asc" }, ...BY_ORDER] as const) : BY_ORDER;
  const asked: SearchRequest = { query, sort, fields: ["head"] };
  for await (const page of archive.pages("articles", asked, limit)) {
    heads.push(...page.map(({ id, source }) => headOf(id, source)));
  }
  return heads.sort(byPlace).map(({ head }) => head);
}

export function byPlace(a: PlacedHead, b: PlacedHead): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.part - b.part;
}

async function latestDay(archive: Archive, until: string): Promise<string | null> {
  const [, last] = keysOf({ from: until, to: until });
  const query = all(COUNTS, keysBetween([DATED[0], last]));
  const asked = { query, sort: [{ key: "desc" }] as const, fields: ["head"] };
  const [hit] = await archive.first("articles", asked, 1);
  return hit === undefined ? null : headOf(hit.id, hit.source).head.day;
}

async function find(archive: Archive, name: string): Promise<ArticleHead | null> {
  for (const term of [{ id: name }, { name: sortName(name) }]) {
    const asked = { query: all(COUNTS, { term }), sort: BY_ORDER, fields: ["head"] };
    const [hit] = await archive.first("articles", asked, 1);
    if (hit !== undefined) return headOf(hit.id, hit.source).head;
  }
  return null;
}

/** Texts that are asked for at a time, bytes are some megabytes. */
const TEXTS = 500;

/** In the order of keys, so that each request asks one month or two. */
async function load(archive: Archive, heads: readonly ArticleHead[]) {
  const bodies = new Map<string, string>();
  const sorted = [...heads].sort((a, b) => a.key - b.key);
  for (let start = 0; start < sorted.length; start += TEXTS) {
    const some = sorted.slice(start, start + TEXTS);
    const range = keysBetween([some[0]?.key ?? 0, some.at(-1)?.key ?? 0]);
    const ids = [...new Set(some.map(({ id }) => id))];
    const query = all(COUNTS, range, { terms: { id: ids } });
    const asked = { query, sort: [{ key: "asc" }, ...BY_ORDER] as const, fields: ["id", "body"] };
    for await (const page of archive.pages("articles", asked)) {
      for (const { source } of page) bodies.set(source.id, source.body);
    }
  }
  return heads.map(({ id, file }) => {
    const body = bodies.get(id);
    if (body === undefined) throw new StoreError("damaged", `the archive holds no text of ${file}`);
    return bodyOf({ body });
  });
}
