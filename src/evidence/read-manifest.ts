/** The folder of an issue in, its manifest as far as it is one out. */
import { join } from "node:path";
import { type Host, HostError } from "../host/host.js";
import { type Manifest, ManifestSchema } from "../model/manifest.js";
import { readJson } from "../text/read-json.js";
import { MANIFEST } from "./manifest.js";

/** Bytes; some 300,000 files. */
const MAX_MANIFEST = 64 * 1024 * 1024;

/** @returns null where there is none, `malformed` where what is there is none of this program */
export async function readManifest(
  host: Host,
  folder: string,
): Promise<Manifest | "malformed" | null> {
  const path = join(folder, MANIFEST);
  const size = await host.sizeOf(path);
  if (size === null) return null;
  if (size > MAX_MANIFEST) return "malformed";
  try {
    return parseManifest(await host.readFile(path));
  } catch (error) {
    if (error instanceof HostError) return "malformed";
    throw error;
  }
}

export function parseManifest(bytes: Uint8Array): Manifest | "malformed" {
  return ManifestSchema.safeParse(readJson(bytes)).data ?? "malformed";
}
