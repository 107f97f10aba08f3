/** The folder of a version in, what stands in it by path and hash out. */
import { join } from "node:path";
import type { Host } from "../host/host.js";
import { sha256 } from "../issue/index.js";
import type { KeptFile } from "../model/release-log.js";

/** Below the folder of a version: what was rendered after its approval. */
export const COPIES = "copies";

/** Who gets it, frozen at approval. */
export const RECIPIENTS = "recipients.json";

export function keptFile(path: string, bytes: Uint8Array): KeptFile {
  return { path, sha256: sha256(bytes), bytes: bytes.length };
}

/** Everything that is frozen before the copies are made, by path. */
export async function frozenFiles(host: Host, folder: string): Promise<KeptFile[]> {
  const entries = (await host.listFiles(folder)).filter(
    ({ path, kind }) => kind === "file" && !path.startsWith(`${COPIES}/`),
  );
  const files: KeptFile[] = [];
  for (const { path } of entries)
    files.push(keptFile(path, await host.readFile(join(folder, path))));
  return files;
}
