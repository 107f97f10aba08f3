/** From a folder to the bytes of its articles; files that are too large are refused before they are read. */
import { basename, dirname, join } from "node:path";
import { type FileEntry, type Host, HostError } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { MAX_FILE_BYTES, tooLarge } from "../readers/index.js";

export interface CorpusFile {
  /** Path below the folder, with forward slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface FolderContents {
  readonly files: readonly CorpusFile[];
  /** Files that were not read; each has its diagnostic. */
  readonly refused: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Paths and places are relative to the folder.
 * @throws {HostError} where the folder cannot be listed
 */
export async function readFolder(host: Host, folder: string): Promise<FolderContents> {
  return readEntries(host, folder, await host.listFiles(folder));
}

/** A folder's files, or the one file that the path names. @throws {HostError} where there is neither */
export async function readPath(host: Host, path: string): Promise<FolderContents> {
  const size = await host.sizeOf(path);
  if (size === null) return readFolder(host, path);
  return readEntries(host, dirname(path), [{ path: basename(path), size, isLink: false }]);
}

async function readEntries(
  host: Host,
  folder: string,
  entries: readonly FileEntry[],
): Promise<FolderContents> {
  const files: CorpusFile[] = [];
  const refused: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const { path, size, isLink } of entries) {
    if (isLink || size > MAX_FILE_BYTES) {
      refused.push(path);
      diagnostics.push(isLink ? linked(path) : tooLarge(size, path, MAX_FILE_BYTES));
      continue;
    }
    try {
      files.push({ file: path, bytes: await host.readFile(join(folder, path)) });
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      refused.push(path);
      diagnostics.push(unreadable(path, error));
    }
  }
  return { files, refused, diagnostics };
}

function linked(file: string): Diagnostic {
  return {
    code: "article-link",
    severity: "error",
    message: "is a link, and links are not followed",
    place: { file },
    hint: "put a copy of the article here",
  };
}

function unreadable(file: string, { message, hint }: HostError): Diagnostic {
  return { code: "file-unreadable", severity: "error", message, place: { file }, hint };
}
