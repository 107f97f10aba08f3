/**
 * Raw files of the archive: bytes by name, compressed. They are the truth of their articles; which of
 * them came or changed since they were read waits under a document of its own.
 */
import type { BulkItem } from "../../host/opensearch/bulk.js";
import { sha256 } from "../../text/sha256.js";
import { fileOfRecord, keysOfRecord, parseSourceRecord } from "../source-record.js";
import type { Archive } from "./archive.js";
import { docId } from "./documents.js";
import { decode, encode, packBytes, unpackBytes } from "./packed.js";
import { all, type Query } from "./queries.js";
import { sortName } from "./sort-name.js";

export interface RawFile {
  /** Path below the folder of articles, with forward slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface RawEntry {
  readonly file: string;
  /** Bytes, before compression. */
  readonly size: number;
  /** Of the bytes, hexadecimal. */
  readonly sha256: string;
}

/** A file to be read, and what to put away once it is. */
export interface Waiting {
  readonly file: string;
  readonly seqNo: number;
  readonly primaryTerm: number;
}

interface RawDoc {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  readonly bytes: string;
}

export interface RawFiles {
  /** In the order of the names; null where there is none of a name. */
  read(files: readonly string[]): Promise<(RawFile | null)[]>;
  entry(file: string): Promise<RawEntry | null>;
  /** In code-unit order of the names. */
  entries(): AsyncGenerator<readonly RawEntry[]>;
  /** Those of the names of which there is no file. */
  lacking(files: readonly string[]): Promise<readonly string[]>;
  withContent(sha256: string): Promise<string | null>;
  recordsWith(key: string): Promise<readonly string[]>;
  /**
   * A file of the same name gives way.
   * @param waits whether they wait to be read, as they do where nobody reads them at once
   */
  put(files: readonly RawFile[], waits: boolean): Promise<void>;
  waiting(limit: number): Promise<readonly Waiting[]>;
  countWaiting(): Promise<number>;
  /** One that changed since stays. @returns those that others did, or that came again meanwhile */
  done(files: readonly Waiting[]): Promise<readonly string[]>;
  wait(files: readonly string[]): Promise<void>;
}

const BY_ORDER = [{ order: "asc" }] as const;
const EVERY: Query = { match_all: {} };

export function openRaw(archive: Archive): RawFiles {
  const at = (file: string) => ({ index: `${archive.prefix}-raw`, id: docId(file) });
  const get = async (files: readonly string[]) =>
    (await archive.get(files.map(at))).map((got) => (got?.source as RawDoc | undefined) ?? null);
  const named = async (query: Query) => {
    const asked = { query, sort: BY_ORDER, fields: ["name"] };
    const hits = await archive.first("raw", asked, MOST_NAMES);
    return hits.map(({ source }) => decode<string>(source.name));
  };
  return {
    async read(files) {
      const docs = await get(files);
      return docs.map((doc) => doc && { file: decode(doc.name), bytes: unpackBytes(doc.bytes) });
    },
    async entry(file) {
      const query = all({ term: { order: sortName(file) } });
      const asked = { query, sort: BY_ORDER, fields: ["name", "size", "sha256"] };
      const [hit] = await archive.first("raw", asked, 1);
      return hit === undefined ? null : entryOf(hit.source);
    },
    async *entries() {
      const asked = { query: EVERY, sort: BY_ORDER, fields: ["name", "size", "sha256"] };
      for await (const page of archive.pages("raw", asked)) {
        yield page.map(({ source }) => entryOf(source));
      }
    },
    async lacking(files) {
      const there = new Set<string>();
      for (let start = 0; start < files.length; start += MOST_NAMES) {
        const orders = files.slice(start, start + MOST_NAMES).map(sortName);
        const asked = {
          query: all({ terms: { order: orders } }),
          sort: BY_ORDER,
          fields: ["name"],
        };
        const hits = await archive.first("raw", asked, MOST_NAMES);
        for (const { source } of hits) there.add(decode<string>(source.name));
      }
      return files.filter((file) => !there.has(file));
    },
    withContent: async (hash) => (await named(all({ term: { sha256: hash } })))[0] ?? null,
    recordsWith: (key) => named(all({ term: { keys: key } })),
    async put(files, waits) {
      // Also before: of a file that is there, and that nobody knows to be waiting, nothing would be read.
      const names = files.map(({ file }) => file);
      if (waits) await archive.write(waitingFor(archive, names));
      await archive.write(
        files.map((file) => ({ action: "index", ...at(file.file), doc: docOf(file) })),
      );
      if (waits) await archive.write(waitingFor(archive, names));
    },
    async waiting(limit) {
      const asked = { query: EVERY, sort: BY_ORDER, fields: ["name"] };
      // What others have done since is still found: behind it there may be more.
      for await (const hits of archive.pages("waiting", asked)) {
        const got = await archive.get(hits.map(({ index, id }) => ({ index, id })));
        const left = got.flatMap((one): Waiting[] => {
          if (one === null) return [];
          const { seqNo, primaryTerm, source } = one;
          return [{ file: decode<string>(source.name), seqNo, primaryTerm }];
        });
        if (left.length > 0) return left.slice(0, limit);
      }
      return [];
    },
    countWaiting: () => archive.count("waiting", EVERY),
    async done(files) {
      const index = `${archive.prefix}-waiting`;
      const conflicts = await archive.write(
        files.map(({ file, ...over }) => ({ action: "delete", index, id: docId(file), over })),
      );
      const lost = new Set(conflicts.map(({ id }) => id));
      return files.map(({ file }) => file).filter((file) => lost.has(docId(file)));
    },
    async wait(files) {
      await archive.write(waitingFor(archive, files));
    },
  };
}

/** Of one content or one key there are a few at most. */
const MOST_NAMES = 1000;

function entryOf({ name, size, sha256: hash }: RawDoc): RawEntry {
  return { file: decode(name), size, sha256: hash };
}

function docOf({ file, bytes }: RawFile): object {
  const isRecord = fileOfRecord(file) !== null;
  const source = isRecord ? parseSourceRecord(bytes) : null;
  return {
    order: sortName(file),
    name: encode(file),
    size: bytes.length,
    // Of records nobody asks which has the same bytes.
    ...(!isRecord && { sha256: sha256(bytes) }),
    ...(source !== null && { keys: keysOfRecord(source).map((key) => key.toWellFormed()) }),
    bytes: packBytes(bytes),
  };
}

/** A record has a part in how the file beside it is read. */
function waitingFor({ prefix }: Archive, files: readonly string[]): BulkItem[] {
  const names = new Set(files.map((file) => fileOfRecord(file) ?? file));
  return [...names].map((file) => ({
    action: "index",
    index: `${prefix}-waiting`,
    id: docId(file),
    doc: { order: sortName(file), name: encode(file) },
  }));
}
