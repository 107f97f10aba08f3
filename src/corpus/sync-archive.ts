/** Files that wait in a shared archive, read and put into its store: by whoever comes first. */

import { factsOf, SOURCE_SUFFIX } from "../model/source-record.js";
import type { ReadOptions } from "../readers/index.js";
import { sha256 } from "../text/sha256.js";
import type { LoadedFile, Refused } from "./folder.js";
import type { RawFiles, Waiting } from "./opensearch/raw.js";
import { readLoaded } from "./read-entries.js";
import { openReadPool, type ReadAll } from "./read-pool.js";
import { brokenRecord, parseSourceRecord } from "./source-record.js";
import type { CorpusStore, FileReading } from "./store.js";
import { readByOf, saidOf } from "./sync-store.js";

export interface ArchiveSync {
  readonly store: CorpusStore;
  readonly raw: RawFiles;
  readonly options: ReadOptions;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

const BATCH = 500;

/**
 * What is read is put away batch by batch: whoever is interrupted, or works beside another, loses and
 * doubles nothing.
 * @returns how many files were read
 */
export async function readWaiting(request: ArchiveSync): Promise<number> {
  const { raw, store, options, onProgress = () => undefined } = request;
  const total = await raw.countWaiting();
  if (total === 0) return 0;
  const pool = openReadPool(total);
  let done = 0;
  onProgress(done, total);
  try {
    for (;;) {
      const waiting = await raw.waiting(BATCH);
      if (waiting.length === 0) return done;
      const read = await readBatch(waiting, { raw, store, options, readAll: pool.readAll });
      await waitAgain(raw, await raw.done(waiting), read);
      done += waiting.length;
      onProgress(Math.min(done, total), total);
    }
  } finally {
    await pool.close();
  }
}

interface BatchWork {
  readonly raw: RawFiles;
  readonly store: CorpusStore;
  readonly options: ReadOptions;
  readonly readAll: ReadAll;
}

/** Of what somebody else read as well the newer reading may have been written over: then it is read once more. */
async function waitAgain(
  raw: RawFiles,
  files: readonly string[],
  read: ReadonlyMap<string, string>,
): Promise<void> {
  if (files.length === 0) return;
  const now = hashesOf(files, ...(await bytesOf(raw, files)));
  const changed = files.filter((file) => now.get(file) !== read.get(file));
  if (changed.length > 0) await raw.wait(changed);
}

type Bytes = Awaited<ReturnType<RawFiles["read"]>>;

async function bytesOf(raw: RawFiles, names: readonly string[]): Promise<[Bytes, Bytes]> {
  return [await raw.read(names), await raw.read(names.map((name) => `${name}${SOURCE_SUFFIX}`))];
}

/** Of a file and of the record beside it. */
function hashesOf(names: readonly string[], files: Bytes, records: Bytes): Map<string, string> {
  const hash = (file: Bytes[number] | undefined) => (file ? sha256(file.bytes) : "");
  return new Map(names.map((name, at) => [name, `${hash(files[at])} ${hash(records[at])}`]));
}

/** @returns hashes of what was read, by name */
async function readBatch(
  waiting: readonly Waiting[],
  { raw, store, options, readAll }: BatchWork,
): Promise<ReadonlyMap<string, string>> {
  const names = waiting.map(({ file }) => file);
  const [files, records] = await bytesOf(raw, names);
  const loaded = files.flatMap((file, at): LoadedFile[] =>
    file === null ? [] : [withRecord(file, records[at]?.bytes)],
  );
  const put = await readBytes(loaded, options, readAll);
  const there = new Set(loaded.map(({ file }) => file));
  await store.change({ put, touched: [], removed: names.filter((file) => !there.has(file)) });
  return hashesOf(names, files, records);
}

export function withRecord(file: LoadedFile, record: Uint8Array | undefined): LoadedFile {
  if (record === undefined) return file;
  const source = parseSourceRecord(record);
  if (source === null) return { ...file, fault: brokenRecord(`${file.file}${SOURCE_SUFFIX}`) };
  return { ...file, ...factsOf(source) };
}

/** What reading gives of files in memory. */
export async function readBytes(
  loaded: readonly (LoadedFile | Refused)[],
  options: ReadOptions,
  readAll: ReadAll,
): Promise<readonly FileReading[]> {
  const read = await readLoaded(loaded, readAll, options);
  return read.map(({ file, sha256, ...result }, at): FileReading => {
    const source = loaded[at];
    const size = source !== undefined && "bytes" in source ? source.bytes.length : 0;
    const readBy = `${readByOf(options)} ${saidOf(source)}`;
    return { file, size, stamp: null, sha256: sha256 ?? "", readBy, result };
  });
}
