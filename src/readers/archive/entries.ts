/** The bytes of a zip (APPNOTE.TXT) to its entries, still packed; without a directory, by their own headers. */
import yauzl from "yauzl";
import { MAX_ARCHIVE_ENTRIES } from "../limits.js";
import { inflate } from "./inflate.js";

export interface ZipEntry {
  /** As it stands in the archive: nothing to trust. */
  readonly name: string;
  readonly packed: Uint8Array;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  /** Null where it is not known. */
  readonly crc32: number | null;
}

export interface ZipEntries {
  readonly entries: readonly ZipEntry[];
  /** How many the archive says it has. */
  readonly count: number;
  /** Whether the directory at its end was there and sound. */
  readonly isWhole: boolean;
}

/** Never throws: of a broken archive it gives what is found. */
export async function entriesOf(bytes: Uint8Array): Promise<ZipEntries> {
  const listed = await listEntries(bytes);
  if (listed.isWhole) return listed;
  const found = await findEntries(bytes);
  return found.length > listed.entries.length
    ? { entries: found, count: found.length, isWhole: false }
    : listed;
}

async function listEntries(bytes: Uint8Array): Promise<ZipEntries> {
  const entries: ZipEntry[] = [];
  try {
    const options = { decodeStrings: false, validateEntrySizes: false };
    const zip = await yauzl.fromBufferPromise(asBuffer(bytes), options);
    for await (const entry of zip.eachEntry()) {
      entries.push(listedEntry(bytes, entry));
      if (entries.length >= MAX_ARCHIVE_ENTRIES) break;
    }
    return { entries, count: zip.entryCount, isWhole: true };
  } catch {
    return { entries, count: entries.length, isWhole: false };
  }
}

function listedEntry(bytes: Uint8Array, entry: yauzl.Entry): ZipEntry {
  const header = entry.relativeOffsetOfLocalHeader;
  const start = headerAt(bytes, header)?.dataStart ?? bytes.length;
  return {
    name: decodeName(entry.fileNameRaw),
    packed: bytes.subarray(start, start + entry.compressedSize),
    method: entry.compressionMethod,
    isEncrypted: entry.isEncrypted(),
    crc32: entry.crc32,
  };
}

/** Windows writes names in a code page of the machine, the others in UTF-8 with or without saying so. */
function decodeName(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return yauzl.getFileNameLowLevel(0, asBuffer(bytes), [], false);
  }
}

/** Where the directory is gone: one header after the other from the front. */
async function findEntries(bytes: Uint8Array): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  let header = headerAt(bytes, 0);
  while (header !== null && entries.length < MAX_ARCHIVE_ENTRIES) {
    const size = header.isStreamed ? await deflatedSize(bytes, header) : header.size;
    const end = header.dataStart + size;
    entries.push({ ...header, packed: bytes.subarray(header.dataStart, end) });
    header = nextHeader(bytes, end);
  }
  return entries;
}

interface Header extends Omit<ZipEntry, "packed"> {
  readonly dataStart: number;
  readonly size: number;
  /** Its size stands behind the data. */
  readonly isStreamed: boolean;
}

const HEADER = { signature: 0x04034b50, length: 30 } as const;

function headerAt(bytes: Uint8Array, offset: number): Header | null {
  if (offset < 0 || offset + HEADER.length > bytes.length) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, HEADER.length);
  if (view.getUint32(0, true) !== HEADER.signature) return null;
  const flags = view.getUint16(6, true);
  const nameEnd = offset + HEADER.length + view.getUint16(26, true);
  const isStreamed = (flags & 8) !== 0;
  return {
    name: decodeName(bytes.subarray(offset + HEADER.length, nameEnd)),
    method: view.getUint16(8, true),
    isEncrypted: (flags & 1) !== 0,
    crc32: isStreamed ? null : view.getUint32(14, true),
    size: view.getUint32(18, true),
    dataStart: nameEnd + view.getUint16(28, true),
    isStreamed,
  };
}

/** Most that is inflated only to find where an entry ends. */
const MAX_PROBE = 16 * 1024 * 1024;

async function deflatedSize(bytes: Uint8Array, { dataStart, method }: Header): Promise<number> {
  if (method !== 8) return bytes.length - dataStart;
  const { consumed } = await inflate(bytes.subarray(dataStart), "raw", MAX_PROBE);
  return consumed;
}

/** Bytes that a descriptor of sizes may take between two entries. */
const MAX_GAP = 24;

function nextHeader(bytes: Uint8Array, end: number): Header | null {
  for (let offset = end; offset <= end + MAX_GAP; offset += 1) {
    const header = headerAt(bytes, offset);
    if (header !== null) return header;
  }
  return null;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
