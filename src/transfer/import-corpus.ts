/** Shards of an export, or a folder of articles, into a workspace's archive, wherever it stands; gone on with after an interruption. */
import { join, resolve } from "node:path";
import { openWorkspace, type Workspace } from "../config/workspace.js";
import { type ImportFile, importToStore, openSharedArchive } from "../corpus/index.js";
import { diagnose, FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { CorpusManifest, ExportedFile, TransferResult } from "../model/corpus-export.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { SOURCE_SUFFIX } from "../model/source-record.js";
import { withCorpus } from "../workspace-corpus.js";
import type { TransferRequest } from "./export-corpus.js";
import { fillArchive } from "./fill-archive.js";
import { folderLines } from "./folder-lines.js";
import { readManifest, readShard } from "./shards.js";

export interface ImportRequest extends TransferRequest {
  /** Whether files are read anew, whatever the shards say of them: for shards of somebody else. */
  readonly rereads: boolean;
}

export async function importCorpus(host: Host, request: ImportRequest): Promise<TransferResult> {
  const diagnostics: Diagnostic[] = [];
  const shards = resolve(request.shards);
  const empty = { action: "import", folder: request.shards, files: 0, articles: 0 } as const;
  try {
    const workspace = settle(await openWorkspace(host, request.folder), diagnostics);
    const manifest = await readManifest(host, shards);
    const source = manifest === null ? folderOf(host, shards) : shardsOf(host, shards, manifest);
    const counts = await take(host, workspace, source, request);
    const { value: articles, diagnostics: told } = await withCorpus(host, workspace, (store) =>
      store.count(),
    );
    const errors = told.filter(({ severity }) => severity === "error");
    const part = manifest?.complete === false ? [incomplete(request.shards)] : [];
    const number = manifest?.shards.length ?? 0;
    const said = [...diagnostics, ...part, ...errors];
    return { ...empty, ...counts, articles, shards: number, diagnostics: said };
  } catch (error) {
    return { ...empty, shards: 0, already: 0, diagnostics: [...diagnostics, ...diagnose(error)] };
  }
}

/** Batches of lines, with how many files there are in all. */
export interface Lines {
  readonly total: number;
  readonly batches: AsyncIterable<readonly ExportedFile[]>;
}

function shardsOf(host: Host, folder: string, { shards, files }: CorpusManifest): Lines {
  async function* batches() {
    for (const shard of shards) yield await readShard(host, folder, shard);
  }
  return { total: files, batches: batches() };
}

function folderOf(host: Host, folder: string): Lines {
  return { total: 0, batches: folderLines(host, folder) };
}

async function take(
  host: Host,
  workspace: Workspace,
  lines: Lines,
  { onProgress, rereads }: ImportRequest,
): Promise<{ readonly files: number; readonly already: number }> {
  const address = host.engines?.corpus ?? null;
  if (address === null) {
    const files = await importToStore(host, workspace.root, filesOf(lines.batches), (done) =>
      onProgress?.(done, Math.max(done, lines.total)),
    );
    return { files, already: 0 };
  }
  const archive = await openSharedArchive(address);
  try {
    const { fields } = workspace.settings;
    return await fillArchive(archive, lines, { options: { fields }, rereads, onProgress });
  } finally {
    await archive.close();
  }
}

async function* filesOf(batches: Lines["batches"]): AsyncGenerator<ImportFile> {
  for await (const lines of batches) {
    for (const { file, bytes, record } of lines) {
      mustBeBelow(file);
      if (bytes !== null) yield { file, bytes: Buffer.from(bytes, "base64") };
      if (record !== null) {
        yield { file: `${file}${SOURCE_SUFFIX}`, bytes: Buffer.from(record, "base64") };
      }
    }
  }
}

/** @throws {FailedRun} for a name that leads out of the folder of articles */
export function mustBeBelow(file: string): void {
  const isBelow = join("/", file) === `/${file}` && !/[\\\0]/.test(file);
  if (isBelow) return;
  throw new FailedRun([
    {
      code: "name-refused",
      severity: "error",
      message: `a shard names “${file.slice(0, 100)}”, which is no path below the folder of articles`,
      hint: "shards of brief corpus export name none: do not trust these",
    },
  ]);
}

function incomplete(folder: string): Diagnostic {
  return {
    code: "export-incomplete",
    severity: "warning",
    message: "is of an export that was interrupted: what is there was imported",
    place: { file: folder },
    hint: "run brief corpus export again, then import again: what is there is left as it is",
  };
}
