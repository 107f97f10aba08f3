/**
 * A store and a day in, a store with what was there by that day out: as if nothing had come in later.
 * Which lines recur, which copy of a page counts and which days can be worked out is settled anew,
 * from the articles that were there alone.
 */
import type { Host } from "../host/host.js";
import { type Article, articleDay } from "../model/article.js";
import type { ReadOptions, ReadResult } from "../readers/index.js";
import type { CorpusEntry } from "./folder.js";
import { inferDates } from "./infer-dates.js";
import { openMemoryStore } from "./memory-store.js";
import { readSourceRecord } from "./source-record.js";
import type { CorpusStore, FileReading } from "./store.js";
import { syncRecurring } from "./sync-recurring.js";

/** A look back. */
export interface AsOf {
  /** The last day that counts. */
  readonly day: string;
  /** The end of that day where the desk is; ISO 8601, UTC. */
  readonly until: string;
  /** `archived`: a file counts from the time at which its record says that it was fetched. */
  readonly by: "published" | "archived";
}

export interface AsOfRequest {
  readonly host: Host;
  readonly store: CorpusStore;
  readonly entries: readonly CorpusEntry[];
  readonly options: ReadOptions;
  readonly asOf: AsOf;
}

/** The caller closes it. */
export async function storeAsOf({
  host,
  store,
  entries,
  options,
  asOf,
}: AsOfRequest): Promise<CorpusStore> {
  const archived = asOf.by === "archived" ? await archivedBy(host, entries, asOf.until) : null;
  const readings: FileReading[] = [];
  for await (const reading of store.recurring.allFirstReadings()) {
    if (archived === null || archived.has(reading.file)) readings.push(reading);
  }
  readings.sort((a, b) => (a.file < b.file ? -1 : 1));
  const seen = seenArticles(readings, asOf);
  const only = (result: ReadResult) => onlySeen(result, seen, asOf.by === "archived");
  const put = readings
    .map((reading) => ({ ...reading, result: only(reading.result) }))
    .filter(({ result }) => result.articles.length > 0 || archived !== null);
  const byName = new Map(entries.map((entry) => [entry.file, entry]));
  const past = openMemoryStore();
  await past.change({ put, touched: [], removed: [] });
  const { recurring } = past;
  const reclean: typeof recurring.reclean = (files) =>
    recurring.reclean(files.map((one) => ({ ...one, result: one.result && only(one.result) })));
  await syncRecurring({
    host,
    store: { ...past, recurring: { ...recurring, reclean } },
    entryOf: async (file) => byName.get(file) ?? null,
    options,
  });
  return past;
}

/** Files whose record says that they were fetched by then; one without a time is not known to be. */
async function archivedBy(
  host: Host,
  entries: readonly CorpusEntry[],
  until: string,
): Promise<ReadonlySet<string>> {
  const files = new Set<string>();
  for (const { file, record } of entries) {
    const source = record === null ? null : await readSourceRecord(host, record);
    const fetched = source?.fetched === undefined ? Number.NaN : Date.parse(source.fetched);
    if (fetched <= Date.parse(until)) files.add(file);
  }
  return files;
}

/**
 * Files of the articles that were there. One that states no day was there where the others that were
 * there fix its day; what came later has no say in that. In an archive it was there as it lies.
 */
function seenArticles(readings: readonly FileReading[], asOf: AsOf): ReadonlySet<string> {
  const all = readings.flatMap(({ result }) => result.articles);
  const dated = all.filter((article) => articleDay(article) !== null && isBy(article, asOf));
  const undated = all.filter((article) => articleDay(article) === null && isBy(article, asOf));
  const found =
    asOf.by === "archived"
      ? undated
      : inferDates([...dated, ...undated], asOf.day, true).filter(({ inferred }) => inferred);
  return new Set([...dated, ...found].map(({ file }) => file));
}

/** A page that was changed since may tell what came later. */
function isBy({ published, modified }: Article, { day, until }: AsOf): boolean {
  return [published, modified].every((stamp) => {
    if (stamp === null) return true;
    const { date, time = "00:00" } = stamp;
    return date <= day && (date.length < DAY || `${date}T${time}:00.000Z` <= until);
  });
}

/** Length of `2021-05-03`: a shorter date is a month or a year. */
const DAY = 10;

/** @param whole whether what gave no article is told as well */
function onlySeen(result: ReadResult, seen: ReadonlySet<string>, whole: boolean): ReadResult {
  const articles = result.articles.filter(({ file }) => seen.has(file));
  const isAll = whole || articles.length === result.articles.length;
  const diagnostics = result.diagnostics.filter(
    ({ place }) => isAll || (place !== undefined && seen.has(place.file)),
  );
  return { articles, diagnostics };
}
