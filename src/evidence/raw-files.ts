/** The sources of an issue in, the bytes of their files and where those came from out. */
import { join } from "node:path";
import { fileOfRecord, readSourceRecord, viewImports } from "../corpus/index.js";
import type { Host } from "../host/host.js";
import type { Source } from "../model/issue.js";
import { SOURCE_SUFFIX, type SourceRecord } from "../model/source-record.js";
import { sha256 } from "../text/sha256.js";

/** A file of the corpus that a cited article stands in. */
export interface RawFile {
  /** Null where the file is too large to be kept twice. */
  readonly bytes: Uint8Array | null;
  readonly record: SourceRecord | null;
}

/** Bytes of one file, and of all that one issue keeps. */
const MAX_RAW = 16 * 1024 * 1024;
const MAX_ALL_RAW = 128 * 1024 * 1024;

/**
 * @param root of the workspace
 * @param folder of the articles
 * @returns by `container`; a file that is gone, or is not the one that was read, is left out
 */
export async function readRawFiles(
  host: Host,
  root: string,
  folder: string,
  sources: readonly Pick<Source, "container" | "rawSha256">[],
): Promise<ReadonlyMap<string, RawFile>> {
  const wanted = new Map(sources.map(({ container, rawSha256 }) => [container, rawSha256]));
  const files = new Map<string, RawFile>();
  const view = await viewImports(host, root, folder);
  let room = MAX_ALL_RAW;
  try {
    for (const [container, hash] of wanted) {
      const path = join(folder, container);
      const size = await view.host.sizeOf(path);
      if (size === null || fileOfRecord(container) !== null) continue;
      const record = await recordBeside(view.host, path);
      if (size > Math.min(MAX_RAW, room)) files.set(container, { bytes: null, record });
      else {
        const bytes = await view.host.readFile(path);
        if (sha256(bytes) !== hash) continue;
        room -= bytes.length;
        files.set(container, { bytes, record });
      }
    }
  } finally {
    view.close();
  }
  return files;
}

async function recordBeside(host: Host, path: string): Promise<SourceRecord | null> {
  const record = `${path}${SOURCE_SUFFIX}`;
  return (await host.exists(record)) ? readSourceRecord(host, record) : null;
}
