/** A file or a folder to raw bytes in the folder of articles, each file read before it is kept. */
import { basename, join, resolve } from "node:path";
import {
  type CorpusEntry,
  type LoadedFile,
  listPath,
  loadEntry,
  openReadPool,
  type ReadAll,
  readSourceRecord,
} from "../corpus/index.js";
import type { Added } from "../model/collection.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { ReadResult } from "../readers/index.js";
import { diskFault, failed, kept, refusal } from "./added.js";
import type { Desk } from "./desk.js";

export async function* addPath(desk: Desk, path: string, name?: string): AsyncGenerator<Added> {
  const listing = await listPath(desk.host, path).catch((error: unknown) => {
    return failed(path, [diskFault(error)]);
  });
  if ("status" in listing) return yield listing;
  const isEmpty = listing.entries.length + listing.refused.length === 0;
  if (isEmpty) return yield failed(path, [emptyFolder(path)]);
  const isFile = (await desk.host.sizeOf(path)) !== null;
  const found = isFile
    ? { path: () => path, name: () => name ?? visible(basename(path)), isNamed: true }
    : {
        path: (file: string) => join(path, file),
        name: (file: string) => `${name ?? visible(basename(resolve(path)))}/${file}`,
        isNamed: false,
      };
  for (const { file, diagnostic } of listing.refused) {
    const input = found.path(file);
    yield refusal(input, [{ ...diagnostic, place: { file: input } }], found.isNamed);
  }
  yield* addEntries(desk, listing.entries, found);
}

function emptyFolder(path: string): Diagnostic {
  return {
    code: "empty-folder",
    severity: "error",
    message: "holds no file",
    place: { file: path },
    hint: "name a folder of articles; hidden files do not count",
  };
}

/** What starts with a dot is hidden, in the corpus too; who names it means it. */
function visible(name: string): string {
  return name.replace(/^\.+/, "") || "files";
}

interface Found {
  /** As the person would name it. */
  readonly path: (file: string) => string;
  /** In the corpus. */
  readonly name: (file: string) => string;
  /** The person named this very file. */
  readonly isNamed: boolean;
}

/** What is in memory at a time. */
const BATCH = { files: 256, bytes: 16 * 1024 * 1024 };

async function* addEntries(
  desk: Desk,
  entries: readonly CorpusEntry[],
  found: Found,
): AsyncGenerator<Added> {
  const pool = openReadPool(entries.length);
  try {
    for (let start = 0; start < entries.length; ) {
      const batch = batchFrom(entries, start);
      start += batch.length;
      yield* addBatch(desk, batch, found, pool.readAll);
    }
  } finally {
    await pool.close();
  }
}

function batchFrom(entries: readonly CorpusEntry[], start: number): readonly CorpusEntry[] {
  let bytes = entries[start]?.size ?? 0;
  let end = start + 1;
  while (end < entries.length && end - start < BATCH.files) {
    bytes += entries[end]?.size ?? 0;
    if (bytes > BATCH.bytes) break;
    end += 1;
  }
  return entries.slice(start, end);
}

async function* addBatch(
  desk: Desk,
  batch: readonly CorpusEntry[],
  found: Found,
  readAll: ReadAll,
): AsyncGenerator<Added> {
  const loaded = await Promise.all(batch.map((entry) => loadEntry(desk.host, entry)));
  const sources = loaded.flatMap((file) =>
    "bytes" in file ? [{ ...file, file: found.path(file.file) }] : [],
  );
  const results = await readAll(sources, desk.options);
  const resultOf = new Map(sources.map(({ file }, index) => [file, results[index]]));
  for (const [index, file] of loaded.entries()) {
    const input = found.path(file.file);
    const result = resultOf.get(input);
    if ("diagnostic" in file || result === undefined) {
      const said = "diagnostic" in file ? [{ ...file.diagnostic, place: { file: input } }] : [];
      yield refusal(input, said, found.isNamed);
    } else yield await addFile(desk, input, file, result, batch[index]?.record ?? null, found);
  }
}

async function addFile(
  { host, archive }: Desk,
  input: string,
  { file, bytes, fault }: LoadedFile,
  result: ReadResult,
  record: string | null,
  found: Found,
): Promise<Added> {
  const said: Diagnostic[] = fault === undefined ? [] : [{ ...fault, place: { file: input } }];
  const diagnostics = [...said, ...result.diagnostics];
  if (result.articles.length === 0) return refusal(input, diagnostics, found.isNamed);
  const source = record === null ? null : await readSourceRecord(host, record);
  return kept(input, { ...result, diagnostics }, () =>
    archive.keep(found.name(file), bytes, source ?? undefined),
  );
}
