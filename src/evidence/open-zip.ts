/** The bytes of an archive in, the files of the one issue in it out; refused where it asks for trust. */
import { crc32 } from "node:zlib";
import { inflate, type ZipEntry, zipEntries } from "../readers/index.js";

export interface OpenedZip {
  /** Bytes by path below the issue's folder; null where the archive is refused. */
  readonly files: ReadonlyMap<string, Uint8Array> | null;
  /** Why it is refused. */
  readonly refusal: string | null;
}

/** Of an archive that this program writes. */
const MOST = { entries: 10_000, file: 128 * 1024 * 1024, all: 512 * 1024 * 1024 };

export async function openZip(bytes: Uint8Array): Promise<OpenedZip> {
  const { entries, count, isWhole } = await zipEntries(bytes);
  if (!isWhole) return refused("it is cut off or damaged");
  if (count > MOST.entries) return refused(`it has ${count} entries`);
  const files = new Map<string, Uint8Array>();
  const folded = new Set<string>();
  let room = MOST.all;
  for (const entry of entries) {
    if (!isPlain(entry.name)) return refused("an entry's name leads out of it, or is hidden");
    const name = entry.name.toLowerCase();
    if (folded.has(name)) return refused("two entries have one name");
    folded.add(name);
    const unpacked = await unpack(entry, Math.min(MOST.file, room));
    if (typeof unpacked === "string") return refused(unpacked);
    room -= unpacked.length;
    files.set(entry.name, unpacked);
  }
  return belowTop(files);
}

/** Below the archive, one way to write it, nothing that a terminal or a disk would take otherwise. */
function isPlain(name: string): boolean {
  if (name.length === 0 || name.length > 300 || !/^[^\\:\p{Cc}\p{Cf}\p{Cs}]+$/u.test(name)) {
    return false;
  }
  return name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}

async function unpack(entry: ZipEntry, limit: number): Promise<Uint8Array | string> {
  const { method, packed, isEncrypted } = entry;
  if (isEncrypted) return "an entry is encrypted";
  if (method !== 0 && method !== 8) return "an entry is packed in a way that is not read";
  const stored = { bytes: packed, end: packed.length > limit ? "over-limit" : "whole" } as const;
  const { bytes, end } = method === 0 ? stored : await inflate(packed, "raw", limit);
  if (end === "over-limit") return "more is in it than an issue can hold";
  const isSound = end === "whole" && (entry.crc32 === null || entry.crc32 === crc32(bytes));
  return isSound ? bytes : "an entry is damaged";
}

/** All of it stands in one folder, as it was packed. */
function belowTop(files: ReadonlyMap<string, Uint8Array>): OpenedZip {
  const issues = [...files.keys()].filter((name) => /^[^/]+\/issue\.json$/.test(name));
  const [issue] = issues;
  if (issue === undefined || issues.length > 1) return refused("it holds no issue, or several");
  const top = issue.slice(0, -"issue.json".length);
  if (![...files.keys()].every((name) => name.startsWith(top))) {
    return refused("it holds files beside those of its issue");
  }
  const below = [...files].map(([name, bytes]) => [name.slice(top.length), bytes] as const);
  return { files: new Map(below), refusal: null };
}

function refused(refusal: string): OpenedZip {
  return { files: null, refusal };
}
