/** Raw bytes into an archive that many machines share: what is there already is asked for, never listed. */
import { join } from "node:path";
import { comparableKeys, fileOfRecord, readSourceRecord } from "../corpus/index.js";
import type { FileFinder, Host } from "../host/host.js";
import { SOURCE_SUFFIX } from "../model/source-record.js";
import { sha256 } from "../text/sha256.js";
import {
  type Archive,
  asJson,
  namesFor,
  type Standing,
  standingOf,
  takesPlace,
} from "./archive.js";

/**
 * Two machines that keep the same bytes at the same moment write the same file, as its name holds for both
 * or ends in the hash of the bytes.
 */
export function openSharedArchive(
  host: Host,
  finder: FileFinder,
  folder: string,
  writes: boolean,
): Archive {
  return {
    async fileOf(key) {
      let best: Standing | undefined;
      for (const record of await recordsOf(finder, key)) {
        const file = fileOfRecord(record);
        const source = await readSourceRecord(host, join(folder, record));
        if (file === null || source === null) continue;
        const standing = standingOf(source, file);
        if (best === undefined || takesPlace(standing, best)) best = standing;
      }
      return best;
    },
    async keep(name, bytes, source) {
      const hash = sha256(bytes);
      const standing = await finder.withContent(hash);
      const file = standing ?? (await freeName(host, folder, name, hash));
      if (standing === null && writes) await host.writeFile(join(folder, file), bytes);
      const record = join(folder, `${file}${SOURCE_SUFFIX}`);
      if (source !== undefined && writes && !(await host.exists(record))) {
        await host.writeFile(record, asJson({ ...source, sha256: hash }));
      }
      return { file, isNew: standing === null };
    },
  };
}

async function recordsOf(finder: FileFinder, key: string): Promise<readonly string[]> {
  const found = await Promise.all(
    [...new Set(comparableKeys(key))].map((one) => finder.recordsWith(one)),
  );
  return [...new Set(found.flat())].sort();
}

async function freeName(host: Host, folder: string, name: string, hash: string): Promise<string> {
  for (const candidate of namesFor(name, hash)) {
    if (!(await host.exists(join(folder, candidate)))) return candidate;
  }
  return name;
}
