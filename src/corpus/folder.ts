/** From a folder to the entries of its articles, and from an entry to its bytes. */
import { basename, dirname, join } from "node:path";
import { type FileEntry, type Host, HostError } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { factsOf, SOURCE_SUFFIX } from "../model/source-record.js";
import { MAX_FILE_BYTES, type RawFile, tooLarge } from "../readers/index.js";
import { brokenRecord, fileOfRecord, readSourceRecord, strayRecord } from "./source-record.js";

/** A file that can be read when its turn comes. */
export interface CorpusEntry {
  /** Path below the folder, with forward slashes. */
  readonly file: string;
  /** Path for the host. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Changes when the file or its record is written; null where that is not known. */
  readonly stamp: string | null;
  /** Path, for the host, of the record that says where the file was fetched from. */
  readonly record: string | null;
}

/** The bytes of an entry, and where they were fetched from. */
export interface LoadedFile extends RawFile {
  /** What is wrong with the record of that. */
  readonly fault?: Diagnostic;
}

/** A file that is not read, and why. */
export interface Refused {
  readonly file: string;
  readonly diagnostic: Diagnostic;
}

export interface Listing {
  /** In code-unit order of `file`. */
  readonly entries: readonly CorpusEntry[];
  readonly refused: readonly Refused[];
}

/**
 * Paths and places are relative to the folder.
 * @throws {HostError} where the folder cannot be listed
 */
export async function listFolder(host: Host, folder: string): Promise<Listing> {
  return sortOut(folder, await host.listFiles(folder));
}

/** A folder's files, or the one file that the path names. @throws {HostError} where there is neither */
export async function listPath(host: Host, path: string): Promise<Listing> {
  const size = await host.sizeOf(path);
  if (size === null) return listFolder(host, path);
  const name = basename(path);
  const files: FileEntry[] = [{ path: name, size, kind: "file", modified: null }];
  const recorded = await host.sizeOf(`${path}${SOURCE_SUFFIX}`);
  if (recorded !== null) {
    const record = `${name}${SOURCE_SUFFIX}`;
    files.push({ path: record, size: recorded, kind: "file", modified: null });
  }
  return sortOut(dirname(path), files);
}

/** The files that are named, of a folder: a file stands among them with its record or without. */
export function listAmong(folder: string, files: readonly FileEntry[]): Listing {
  return sortOut(folder, files);
}

/** One file of a folder, where it can be read again; null where it is gone. */
export async function findEntry(
  host: Host,
  folder: string,
  file: string,
): Promise<CorpusEntry | null> {
  const path = join(folder, file);
  const size = await host.sizeOf(path);
  if (size === null) return null;
  const beside = `${path}${SOURCE_SUFFIX}`;
  const record = (await host.sizeOf(beside)) === null ? null : beside;
  return { file, path, size, stamp: null, record };
}

function sortOut(folder: string, files: readonly FileEntry[]): Listing {
  const entries: CorpusEntry[] = [];
  const refused: Refused[] = [];
  const names = new Map(files.map((file) => [file.path, file]));
  for (const { path: file, size, kind, modified } of files) {
    const described = fileOfRecord(file);
    const beside = names.get(`${file}${SOURCE_SUFFIX}`);
    const record = beside?.kind === "file" ? join(folder, beside.path) : null;
    if (kind !== "file") refused.push({ file, diagnostic: REFUSALS[kind](file) });
    else if (described !== null) {
      if (!names.has(described)) refused.push({ file, diagnostic: strayRecord(file) });
    } else if (size > MAX_FILE_BYTES) {
      refused.push({ file, diagnostic: tooLarge(size, file, MAX_FILE_BYTES) });
    } else
      entries.push({
        file,
        path: join(folder, file),
        size,
        stamp: stampOf(modified, beside),
        record,
      });
  }
  return { entries, refused };
}

function stampOf(modified: number | null, record: FileEntry | undefined): string | null {
  if (modified === null || record?.modified === null) return null;
  return record === undefined ? `${modified}` : `${modified} ${record.modified} ${record.size}`;
}

export async function loadEntry(
  host: Host,
  { file, path, record }: CorpusEntry,
): Promise<LoadedFile | Refused> {
  try {
    const bytes = await host.readFile(path);
    if (record === null) return { file, bytes };
    const source = await readSourceRecord(host, record);
    if (source === null) return { file, bytes, fault: brokenRecord(`${file}${SOURCE_SUFFIX}`) };
    return { file, bytes, ...factsOf(source) };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return { file, diagnostic: unreadable(file, error) };
  }
}

const REFUSALS = { link: linked, special, unnamed } as const;

function linked(file: string): Diagnostic {
  return {
    code: "article-link",
    severity: "error",
    message: "is a link, and links are not followed",
    place: { file },
    hint: "put a copy of the article here",
  };
}

function special(file: string): Diagnostic {
  return {
    code: "special-file",
    severity: "error",
    message: "is a pipe, a socket or a device, and no file",
    place: { file },
    hint: "put a file with the article here",
  };
}

function unnamed(file: string): Diagnostic {
  return {
    code: "unreadable-name",
    severity: "error",
    message: "has a name that is not UTF-8, and cannot be opened by it",
    place: { file },
    hint: "rename it",
  };
}

function unreadable(file: string, { message, hint }: HostError): Diagnostic {
  return { code: "file-unreadable", severity: "error", message, place: { file }, hint };
}
