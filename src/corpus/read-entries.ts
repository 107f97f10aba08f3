/** The entries of a folder to what reading gives of each, one batch of bytes in memory at a time. */
import type { Host } from "../host/host.js";
import { telemetry } from "../host/telemetry.js";
import type { ReadOptions, ReadResult } from "../readers/index.js";
import { sha256 } from "../text/sha256.js";
import { type CorpusEntry, type LoadedFile, loadEntry, type Refused } from "./folder.js";
import type { ReadAll } from "./read-pool.js";

export interface EntryRead extends ReadResult {
  readonly file: string;
  /** Of the bytes, hexadecimal; null where they could not be loaded. */
  readonly sha256: string | null;
}

/** What is loaded ahead: enough to keep every thread busy, and a bound on memory. */
const BATCH = { files: 256, bytes: 4 * 1024 * 1024 };

/** In the order of the entries. */
export async function* readEntries(
  host: Host,
  entries: readonly CorpusEntry[],
  readAll: ReadAll,
  options?: ReadOptions,
): AsyncGenerator<EntryRead> {
  for await (const loaded of loadEntries(host, entries)) {
    yield* await readLoaded(loaded, readAll, options);
  }
}

/** The bytes of the entries, batch by batch. */
export async function* loadEntries(
  host: Host,
  entries: readonly CorpusEntry[],
): AsyncGenerator<readonly (LoadedFile | Refused)[]> {
  const batches = batchesOf(entries);
  let coming = loadBatch(host, batches[0] ?? []);
  for (const next of batches.keys()) {
    const loaded = await coming;
    // The next bytes come in while these are read.
    coming = loadBatch(host, batches[next + 1] ?? []);
    coming.catch(() => undefined);
    yield loaded;
  }
}

function batchesOf(entries: readonly CorpusEntry[]): CorpusEntry[][] {
  const batches: CorpusEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    const batch = batches.at(-1);
    if (batch === undefined || batch.length === BATCH.files || entry.size > room) {
      batches.push([entry]);
      room = BATCH.bytes - entry.size;
    } else {
      batch.push(entry);
      room -= entry.size;
    }
  }
  return batches;
}

async function loadBatch(
  host: Host,
  batch: readonly CorpusEntry[],
): Promise<readonly (LoadedFile | Refused)[]> {
  const loaded: (LoadedFile | Refused)[] = [];
  for (const entry of batch) loaded.push(await loadEntry(host, entry));
  return loaded;
}

export async function readLoaded(
  loaded: readonly (LoadedFile | Refused)[],
  readAll: ReadAll,
  options?: ReadOptions,
): Promise<readonly EntryRead[]> {
  const sources = loaded.filter((file) => "bytes" in file);
  const results = await readAll(sources, options);
  const articles = results.reduce((sum, result) => sum + result.articles.length, 0);
  telemetry().count("brief.articles.read", articles);
  const read = new Map(sources.map((source, index) => [source, results[index]]));
  return loaded.map((file) => {
    if ("diagnostic" in file) {
      return { file: file.file, sha256: null, articles: [], diagnostics: [file.diagnostic] };
    }
    const result = read.get(file) ?? { articles: [], diagnostics: [] };
    const diagnostics = [...(file.fault === undefined ? [] : [file.fault]), ...result.diagnostics];
    return { file: file.file, sha256: sha256(file.bytes), ...result, diagnostics };
  });
}
