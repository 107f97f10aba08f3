/** A store whose files changed, to one whose articles are without the lines that recur over their hosts now. */
import type { Host } from "../host/host.js";
import type { Article } from "../model/article.js";
import type { ReadOptions } from "../readers/index.js";
import type { CorpusEntry } from "./folder.js";
import { readEntries } from "./read-entries.js";
import { openReadPool } from "./read-pool.js";
import { isTouched, recurringIn, SAMPLE } from "./recurring-lines.js";
import type { CorpusStore, Recleaned, RecurringStore, Unclean } from "./store.js";

export interface RecurringRequest {
  readonly host: Host;
  readonly store: CorpusStore;
  /** Where a file can be read again; null where it is gone. */
  readonly entryOf: (file: string) => Promise<CorpusEntry | null>;
  readonly options: ReadOptions;
}

/** Files that are written at a time. */
const BATCH = 200;

/** Hosts are settled when all their files are: whoever is interrupted goes on with the same hosts. */
export async function syncRecurring(request: RecurringRequest): Promise<void> {
  const { recurring } = request.store;
  const hosts = await recurring.unsettled();
  for (const host of hosts) await settleHost(host, recurring);
  await recleanAll(await recurring.unclean(hosts), request);
  await recurring.settled(hosts);
}

/** The sample tells which lines recur; in what came since they are looked for, or in all where they are others. */
async function settleHost(host: string, recurring: RecurringStore): Promise<void> {
  const before = await recurring.settlement(host);
  const sample = await recurring.sample(host, SAMPLE);
  const isLarge = sample.files > SAMPLE;
  const isSame = isLarge && before?.sample === sample.digest;
  const articles = isSame ? [] : await sample.load();
  const lines = isSame ? new Set(before.lines) : recurringIn(articles);
  const found = { lines: [...lines].sort(), sample: sample.digest };
  const isKnown = JSON.stringify(found.lines) === JSON.stringify(before?.lines);
  const which = isLarge && isKnown ? "unsettled" : "all";
  const looked = isLarge ? recurring.firstReadings(host, which) : articles;
  await recurring.settle(host, found, which, await affectedIn(looked, lines));
}

async function affectedIn(
  articles: AsyncIterable<Article> | readonly Article[],
  lines: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const affected = new Set<string>();
  if (lines.size === 0) return affected;
  for await (const article of articles) {
    if (isTouched(article, lines)) affected.add(article.container);
  }
  return affected;
}

async function recleanAll(files: readonly Unclean[], request: RecurringRequest): Promise<void> {
  const pool = openReadPool(files.length);
  try {
    for (let start = 0; start < files.length; start += BATCH) {
      const batch = files.slice(start, start + BATCH);
      await request.store.recurring.reclean(await readClean(batch, request, pool.readAll));
    }
  } finally {
    await pool.close();
  }
}

async function readClean(
  files: readonly Unclean[],
  { host, entryOf, options }: RecurringRequest,
  readAll: Parameters<typeof readEntries>[2],
): Promise<Recleaned[]> {
  const back = files.filter(({ lines }) => lines === null);
  const again = files.filter(({ lines }) => lines !== null);
  const digests = new Map(again.map(({ file, digest }) => [file, digest]));
  // The lines of a host are the same for all its files.
  const lines = new Map(again.flatMap((one) => [...(one.lines ?? [])]));
  const entries = (await Promise.all(again.map(({ file }) => entryOf(file)))).filter(
    (entry) => entry !== null,
  );
  const recleaned: Recleaned[] = back.map(({ file, digest }) => ({ file, digest, result: null }));
  const anew = { ...options, recurring: lines };
  for await (const { file, articles, diagnostics } of readEntries(host, entries, readAll, anew)) {
    const digest = digests.get(file) ?? "";
    recleaned.push({ file, digest, result: { articles, diagnostics } });
  }
  return recleaned;
}
