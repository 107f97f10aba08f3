/** A workspace's archive, wherever it stands, to shards of JSON lines in a folder; gone on with after an interruption. */
import { join } from "node:path";
import { openWorkspace } from "../config/workspace.js";
import { type CorpusStore, digestOf, type FileReading, viewImports } from "../corpus/index.js";
import { diagnose, FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import {
  CORPUS_EXPORT,
  type CorpusManifest,
  type ExportedFile,
  type TransferResult,
} from "../model/corpus-export.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { SOURCE_SUFFIX } from "../model/source-record.js";
import { sha256 } from "../text/sha256.js";
import { withCorpus } from "../workspace-corpus.js";
import { packShard, readManifest, writeManifest } from "./shards.js";

export interface TransferRequest {
  /** Where the workspace is looked for. */
  readonly folder: string;
  /** Of the shards. */
  readonly shards: string;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Files of a shard: some megabytes. Who imports writes so many at a time, over all months that they are of. */
const SHARD = 4000;

export async function exportCorpus(host: Host, request: TransferRequest): Promise<TransferResult> {
  const diagnostics: Diagnostic[] = [];
  const empty = { action: "export", folder: request.shards, files: 0, articles: 0 } as const;
  try {
    const workspace = settle(await openWorkspace(host, request.folder), diagnostics);
    const folder = join(workspace.root, workspace.settings.corpus, "articles");
    const view = await viewImports(host, workspace.root, folder);
    try {
      const { value } = await withCorpus(host, workspace, (store) =>
        writeShards({ host, store, seen: view.host, folder, request }),
      );
      return { ...empty, ...value, diagnostics: [...diagnostics, ...value.diagnostics] };
    } finally {
      view.close();
    }
  } catch (error) {
    return { ...empty, shards: 0, already: 0, diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}

interface Export {
  readonly host: Host;
  readonly store: CorpusStore;
  /** Sees all raw files. */
  readonly seen: Host;
  /** Of the articles. */
  readonly folder: string;
  readonly request: TransferRequest;
}

async function writeShards(work: Export) {
  const { host, store, request } = work;
  const { files: read, sum } = await store.fileSum();
  const corpus = sha256(`${read} ${digestOf(sum)}`);
  const begun = await goOn(host, request.shards, corpus);
  const shards = [...begun.shards];
  const already = shards.reduce((all, { files }) => all + files, 0);
  let [done, articles] = [already, shards.reduce((all, shard) => all + shard.articles, 0)];
  const lost: string[] = [];
  let after = shards.at(-1)?.last ?? null;
  for (;;) {
    const files = await store.filesAfter(after, SHARD);
    const last = files.at(-1)?.file;
    if (last === undefined) break;
    const readings = await store.recurring.readingsNamed(files.map(({ file }) => file));
    const lines = await Promise.all(readings.map((reading) => lineOf(work, reading)));
    lost.push(...lines.filter(({ bytes }) => bytes === null).map(({ file }) => file));
    const bytes = packShard(lines);
    const name = `shard-${String(shards.length + 1).padStart(5, "0")}.jsonl.gz`;
    await host.writeFile(join(request.shards, name), bytes);
    const held = lines.reduce((all, { reading }) => all + reading.articles.length, 0);
    const size = { bytes: bytes.length, files: lines.length, articles: held };
    shards.push({ name, sha256: sha256(bytes), ...size, last });
    [done, articles, after] = [done + lines.length, articles + held, last];
    await writeManifest(host, request.shards, { ...begun, shards, files: done, articles });
    request.onProgress?.(done, Math.max(done, read));
  }
  const whole = { ...begun, complete: true, files: done, articles, shards };
  await writeManifest(host, request.shards, whole);
  const told = lost.length === 0 ? [] : [withoutBytes(lost)];
  return { files: done, articles, shards: shards.length, already, diagnostics: told };
}

/** What an earlier run of the same archive left. @throws {FailedRun} where it is of another one */
async function goOn(host: Host, folder: string, corpus: string): Promise<CorpusManifest> {
  const found = await readManifest(host, folder);
  const anew = { complete: false, files: 0, articles: 0, corpus, shards: [] };
  if (found === null) return { schema: CORPUS_EXPORT, ...anew };
  if (found.corpus === corpus) return { ...found, complete: false };
  throw new FailedRun([
    {
      code: "export-of-another",
      severity: "error",
      message: "holds an export of another archive, or of this one before it changed",
      place: { file: folder },
      hint: "name another folder, or remove that one",
    },
  ]);
}

async function lineOf({ seen, folder }: Export, reading: FileReading): Promise<ExportedFile> {
  const { file, readBy, result } = reading;
  const path = join(folder, file);
  const bytesOf = async (at: string) =>
    (await seen.sizeOf(at)) === null
      ? null
      : Buffer.from(await seen.readFile(at)).toString("base64");
  return {
    file,
    bytes: await bytesOf(path),
    record: await bytesOf(`${path}${SOURCE_SUFFIX}`),
    reading: {
      readBy,
      articles: result.articles.map((article) => ({ ...article })),
      diagnostics: [...result.diagnostics],
    },
  };
}

function withoutBytes([first = "", ...others]: readonly string[]): Diagnostic {
  return {
    code: "without-bytes",
    severity: "warning",
    message: `is no file that can be carried${others.length === 0 ? "" : `, nor are ${others.length} more`}`,
    place: { file: first },
    hint: "a workspace that imports it does not tell of it; an archive in an engine does",
  };
}
