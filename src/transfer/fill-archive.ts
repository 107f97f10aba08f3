/**
 * Lines of an export into an archive in an engine: raw files, and what reading gave of them where the
 * reader is the same; what is there already, by name and hash, is left as it is.
 */
import {
  type FileReading,
  type LoadedFile,
  openReadPool,
  type ReadAll,
  readByOf,
  readBytes,
  type SharedArchive,
  withRecord,
} from "../corpus/index.js";
import type { ExportedFile } from "../model/corpus-export.js";
import { SOURCE_SUFFIX } from "../model/source-record.js";
import type { ReadOptions } from "../readers/index.js";
import { sha256 } from "../text/sha256.js";
import { type Lines, mustBeBelow } from "./import-corpus.js";

export interface FillOptions {
  readonly options: ReadOptions;
  readonly rereads: boolean;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Batches under way: one is written while the next is made ready. */
const AT_ONCE = 2;

export async function fillArchive(
  archive: SharedArchive,
  { batches, total }: Lines,
  { options, rereads, onProgress }: FillOptions,
): Promise<{ readonly files: number; readonly already: number }> {
  const pool = openReadPool(0);
  const under = new Set<Promise<void>>();
  const faults: unknown[] = [];
  let [files, already] = [0, 0];
  const put = async (lines: readonly ExportedFile[]) => {
    const some = await notThere(archive, lines, rereads);
    await putLines(archive, some, { options, rereads, readAll: pool.readAll });
    files += lines.length;
    already += lines.length - some.length;
    onProgress?.(files, Math.max(files, total));
  };
  try {
    for await (const lines of batches) {
      for (const { file } of lines) mustBeBelow(file);
      // One that fails while nobody waits for it is told all the same.
      const one = put(lines)
        .catch((error: unknown) => void faults.push(error))
        .finally(() => under.delete(one));
      under.add(one);
      if (under.size === AT_ONCE) await Promise.race(under);
      if (faults.length > 0) throw faults[0];
    }
    await Promise.all(under);
    if (faults.length > 0) throw faults[0];
    return { files, already };
  } finally {
    await Promise.allSettled(under);
    await pool.close();
  }
}

async function notThere(
  { store }: SharedArchive,
  lines: readonly ExportedFile[],
  rereads: boolean,
): Promise<readonly ExportedFile[]> {
  if (rereads) return lines;
  const known = await store.filesNamed(lines.map(({ file }) => file));
  const hashes = new Map(known.map((one) => [one.file, one]));
  return lines.filter(({ file, bytes, reading }) => {
    const standing = hashes.get(file);
    if (standing === undefined) return true;
    const isSame = standing.sha256 === (bytes === null ? "" : hashOf(bytes));
    return !isSame || (reading.readBy !== "" && standing.readBy !== reading.readBy);
  });
}

const hashOf = (bytes: string) => sha256(Buffer.from(bytes, "base64"));

interface PutOptions {
  readonly options: ReadOptions;
  readonly rereads: boolean;
  readonly readAll: ReadAll;
}

async function putLines(
  { store, raw }: SharedArchive,
  lines: readonly ExportedFile[],
  { options, rereads, readAll }: PutOptions,
): Promise<void> {
  const kept = lines.flatMap(({ file, bytes, record }) => [
    ...(bytes === null ? [] : [{ file, bytes: Buffer.from(bytes, "base64") }]),
    ...(record === null
      ? []
      : [{ file: `${file}${SOURCE_SUFFIX}`, bytes: Buffer.from(record, "base64") }]),
  ]);
  await raw.put(kept, false);
  const isKnown = ({ reading, bytes }: ExportedFile) =>
    bytes === null || (!rereads && reading.readBy.startsWith(`${readByOf(options)} `));
  const anew = lines.filter((line) => !isKnown(line)).map(loaded);
  const put = [
    ...lines.filter(isKnown).map(readingOf),
    ...(await readBytes(anew, options, readAll)),
  ];
  await store.change({ put, touched: [], removed: [] });
}

function loaded({ file, bytes, record }: ExportedFile): LoadedFile {
  const own = { file, bytes: Buffer.from(bytes ?? "", "base64") };
  return withRecord(own, record === null ? undefined : Buffer.from(record, "base64"));
}

function readingOf({ file, bytes, reading }: ExportedFile): FileReading {
  const { readBy, articles, diagnostics } = reading;
  const own = bytes === null ? null : Buffer.from(bytes, "base64");
  const hash = own === null ? "" : sha256(own);
  const result = { articles, diagnostics } as unknown as FileReading["result"];
  return { file, size: own?.length ?? 0, stamp: null, sha256: hash, readBy, result };
}
