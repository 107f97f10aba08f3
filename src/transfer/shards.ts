/** Lines of an export to the bytes of a shard, and back again; the manifest that holds them together. */
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { FailedRun } from "../failed-run.js";
import { type Host, HostError } from "../host/host.js";
import {
  type CorpusManifest,
  CorpusManifestSchema,
  type ExportedFile,
  ExportedFileSchema,
  type Shard,
} from "../model/corpus-export.js";
import { sha256 } from "../text/sha256.js";

export const MANIFEST = "manifest.json";

/** What one shard unpacks to at most, bytes: one of ours has a tenth of it. */
const MOST_UNPACKED = 1024 * 1024 * 1024;

/** The same lines make the same bytes: nothing of the time is in them. */
export function packShard(lines: readonly ExportedFile[]): Uint8Array {
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join("");
  return gzipSync(Buffer.from(text), { level: 4 });
}

/** @throws {FailedRun} where the shard is not the one that the manifest names, or a line is none */
export async function readShard(
  host: Host,
  folder: string,
  { name, sha256: hash, files }: Shard,
): Promise<readonly ExportedFile[]> {
  const bytes = await host.readFile(join(folder, name));
  if (sha256(bytes) !== hash) {
    throw broken(join(folder, name), "is not the shard that the manifest names");
  }
  const lines = unpack(bytes, join(folder, name));
  if (lines.length !== files) throw broken(join(folder, name), `holds ${lines.length} files`);
  return lines;
}

function unpack(bytes: Uint8Array, file: string): readonly ExportedFile[] {
  try {
    const text = gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED }).toString();
    return text
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => ExportedFileSchema.parse(JSON.parse(line)));
  } catch (error) {
    throw broken(file, `cannot be read (${error instanceof Error ? error.name : "unknown"})`);
  }
}

function broken(file: string, message: string): FailedRun {
  const hint = "copy it anew from where it was exported";
  return new FailedRun([
    { code: "shard-broken", severity: "error", message, place: { file }, hint },
  ]);
}

/** @returns null where there is none @throws {FailedRun} where it is none */
export async function readManifest(host: Host, folder: string): Promise<CorpusManifest | null> {
  const file = join(folder, MANIFEST);
  if (!(await host.exists(file))) return null;
  try {
    const text = new TextDecoder().decode(await host.readFile(file));
    return CorpusManifestSchema.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof HostError) throw error;
    const hint = "name a folder that brief corpus export made";
    const message = "is no manifest of an export";
    throw new FailedRun([
      { code: "manifest-broken", severity: "error", message, place: { file }, hint },
    ]);
  }
}

export function writeManifest(host: Host, folder: string, manifest: CorpusManifest) {
  const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  return host.writeFile(join(folder, MANIFEST), bytes);
}
