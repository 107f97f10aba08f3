/** A store whose files changed, to one whose articles are without the lines that recur over their hosts now. */
import type { Host } from "../host/host.js";
import type { ReadOptions } from "../readers/index.js";
import type { CorpusEntry } from "./folder.js";
import { readEntries } from "./read-entries.js";
import { readInTurn } from "./read-pool.js";
import { findRecurring } from "./recurring-lines.js";
import type { CorpusStore, Unclean } from "./store.js";

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
  for (const host of hosts) {
    const { lines, affected } = findRecurring(await recurring.firstReadings(host));
    await recurring.settle(host, [...(lines.get(host) ?? [])].sort(), affected);
  }
  const unclean = await recurring.unclean(hosts);
  for (let start = 0; start < unclean.length; start += BATCH) {
    await recleanFiles(unclean.slice(start, start + BATCH), request);
  }
  await recurring.settled(hosts);
}

async function recleanFiles(
  files: readonly Unclean[],
  { host, store, entryOf, options }: RecurringRequest,
): Promise<void> {
  const back = files.filter(({ lines }) => lines === null);
  await store.recurring.reclean(back.map(({ file, digest }) => ({ file, digest, result: null })));
  for (const { file, digest, lines } of files) {
    const entry = lines === null ? null : await entryOf(file);
    if (lines === null || entry === null) continue;
    const again = { ...options, recurring: lines };
    for await (const { articles, diagnostics } of readEntries(host, [entry], readInTurn, again)) {
      await store.recurring.reclean([{ file, digest, result: { articles, diagnostics } }]);
    }
  }
}
