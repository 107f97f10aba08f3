/** The files of an issue by their hashes and the same made again in, those that differ out. */
import { join } from "node:path";
import type { Host } from "../host/host.js";
import type { Manifest } from "../model/manifest.js";
import type { OutputDifference } from "../model/reproduction.js";
import { ISSUE } from "../records.js";
import { sha256 } from "../text/sha256.js";
import { firstDifference } from "./first-difference.js";

/** @param folder of the issue, for the bytes as they were */
export async function compareOutputs(
  host: Host,
  folder: string,
  outputs: Manifest["outputs"],
  made: ReadonlyMap<string, Uint8Array>,
): Promise<OutputDifference[]> {
  const then = new Map(outputs.map(({ path, sha256: hash }) => [path, hash]));
  const paths = [...new Set([...then.keys(), ...made.keys()])].sort(issueFirst);
  const differences: OutputDifference[] = [];
  for (const path of paths) {
    const bytes = made.get(path);
    const expected = then.get(path) ?? null;
    const actual = bytes === undefined ? null : sha256(bytes);
    if (expected === actual) continue;
    const before = expected === null ? null : await readAsItWas(host, join(folder, path), expected);
    const first =
      before === null || bytes === undefined ? null : firstDifference(path, before, bytes);
    differences.push({ path, expected, actual, first });
  }
  return differences;
}

/** The issue tells most: what differs elsewhere follows from it. */
function issueFirst(a: string, b: string): number {
  const rank = (path: string) => (path === ISSUE ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

async function readAsItWas(host: Host, path: string, hash: string): Promise<Uint8Array | null> {
  if ((await host.sizeOf(path)) === null) return null;
  const bytes = await host.readFile(path);
  return sha256(bytes) === hash ? bytes : null;
}
