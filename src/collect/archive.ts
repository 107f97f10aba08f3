/** Raw bytes into the folder of articles: each content once, beside it where it was fetched from. */
import { join, posix } from "node:path";
import { comparableKeys, fileOfRecord, keysOfRecord, readSourceRecord } from "../corpus/index.js";
import type { FileEntry, Host } from "../host/host.js";
import { SOURCE_SUFFIX, type SourceRecord } from "../model/source-record.js";
import { sha256 } from "../text/sha256.js";
import { openSharedArchive } from "./shared-archive.js";

export interface Kept {
  /** Path below the folder of articles. */
  readonly file: string;
  /** False where the same bytes stood there already. */
  readonly isNew: boolean;
}

export interface Archive {
  /**
   * Keeps bytes under a name; where other bytes have it, under `name-1a2b3c4d.ext`.
   * @throws {HostError} where the file cannot be written
   */
  keep(name: string, bytes: Uint8Array, source?: SourceRecord): Promise<Kept>;
  /** What was fetched from an address, or is this item of a feed; of both the page. */
  fileOf(key: string): Promise<Standing | undefined>;
}

export interface Standing {
  readonly file: string;
  /** It is what a feed says of the page, where it is not the page. */
  readonly isItem: boolean;
  /** When it was fetched, milliseconds since 1970; 0 where that is not known. */
  readonly fetched: number;
}

/** @param writes false for a rehearsal @throws {HostError} where the folder cannot be listed */
export async function openArchive(host: Host, folder: string, writes = true): Promise<Archive> {
  if (host.finder !== undefined) return openSharedArchive(host, host.finder, folder, writes);
  const listed = (await host.exists(folder)) ? await host.listFiles(folder) : [];
  const files = new Shelf(host, folder);
  for (const { path, size, kind } of listed) {
    files.place(path, kind === "file" && fileOfRecord(path) === null ? size : null);
  }
  const noted = new Map<string, Standing>();
  // Many commands never ask: the records are read when somebody does.
  let recorded: Promise<ReadonlyMap<string, Standing>> | null = null;
  return {
    async fileOf(key) {
      recorded ??= readRecords(host, folder, listed);
      const keys = await recorded;
      const found = comparableKeys(key)
        .flatMap((one) => [noted.get(one), keys.get(one)])
        .filter((one) => one !== undefined);
      return found.find(({ isItem }) => !isItem) ?? found[0];
    },
    async keep(name, bytes, source) {
      const hash = sha256(bytes);
      const standing = await files.findContent(bytes.length, hash);
      const file = standing ?? files.freeName(name, hash);
      if (standing === null) {
        if (writes) await host.writeFile(join(folder, file), bytes);
        files.place(file, hash);
      }
      if (source !== undefined) {
        const record = `${file}${SOURCE_SUFFIX}`;
        if (writes && !files.has(record)) {
          await host.writeFile(join(folder, record), asJson({ ...source, sha256: hash }));
        }
        files.place(record, null);
        noteKeys(noted, source, file);
      }
      return { file, isNew: standing === null };
    },
  };
}

async function readRecords(
  host: Host,
  folder: string,
  listed: readonly FileEntry[],
): Promise<ReadonlyMap<string, Standing>> {
  const keys = new Map<string, Standing>();
  const names = new Set(listed.map(({ path }) => path));
  for (const { path, kind } of listed) {
    const file = fileOfRecord(path);
    if (file === null || kind !== "file" || !names.has(file)) continue;
    const source = await readSourceRecord(host, join(folder, path));
    if (source !== null) noteKeys(keys, source, file);
  }
  return keys;
}

/** All that the same article may be named by when it comes again. */
function noteKeys(fetched: Map<string, Standing>, source: SourceRecord, file: string): void {
  const standing = standingOf(source, file);
  for (const key of keysOfRecord(source)) {
    const before = fetched.get(key);
    if (before === undefined || takesPlace(standing, before)) fetched.set(key, standing);
  }
}

export function standingOf(source: SourceRecord, file: string): Standing {
  const fetched = Date.parse(source.fetched ?? "") || 0;
  return { file, isItem: source.item !== undefined, fetched };
}

/** A page stands before what a feed says of it, and a later copy of it before an earlier one. */
export function takesPlace(one: Standing, before: Standing): boolean {
  if (one.isItem !== before.isItem) return before.isItem;
  return !one.isItem && one.fetched > before.fetched;
}

export function asJson(source: SourceRecord): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(source, null, 2)}\n`);
}

/** The files of the folder by name and by content; contents are read only where sizes agree. */
class Shelf {
  private readonly names = new Set<string>();
  /** Files whose content was not looked at, by size. */
  private readonly unread = new Map<number, string[]>();
  private readonly byContent = new Map<string, string>();

  constructor(
    private readonly host: Host,
    private readonly folder: string,
  ) {}

  /** @param content its size, or the hash where that is known; null for what is no article */
  place(file: string, content: number | string | null): void {
    this.names.add(asCompared(file));
    if (typeof content === "string") this.byContent.set(content, file);
    if (typeof content !== "number") return;
    const sameSize = this.unread.get(content);
    if (sameSize === undefined) this.unread.set(content, [file]);
    else sameSize.push(file);
  }

  has(file: string): boolean {
    return this.names.has(asCompared(file));
  }

  async findContent(size: number, hash: string): Promise<string | null> {
    for (const file of this.unread.get(size) ?? []) {
      // What cannot be read is no twin of anything.
      const bytes = await this.host.readFile(join(this.folder, file)).catch(() => null);
      const own = bytes === null ? "" : sha256(bytes);
      if (!this.byContent.has(own)) this.byContent.set(own, file);
    }
    this.unread.delete(size);
    return this.byContent.get(hash) ?? null;
  }

  freeName(name: string, hash: string): string {
    return namesFor(name, hash).find((candidate) => !this.has(candidate)) ?? name;
  }
}

/** Many disks take `A.txt` for `a.txt`. */
function asCompared(file: string): string {
  return file.normalize("NFC").toLowerCase();
}

/** The name, and those that are taken where others have it. */
export function namesFor(name: string, hash: string): readonly string[] {
  const { dir, name: stem, ext } = posix.parse(name);
  const longer = [8, 16, 64].map((digits) =>
    posix.join(dir, `${stem}-${hash.slice(0, digits)}${ext}`),
  );
  return [name, ...longer];
}
