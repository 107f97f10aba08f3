/** The files outside the program, behind one interface. */
import type { Engines } from "../model/engines.js";
import type { TakeLock } from "./lock.js";

/**
 * Only a `file` can be read. A `link` is named, but never followed; `special` is a pipe, a socket or a
 * device; `unnamed` has a name that is not UTF-8: its path shows U+FFFD, and nothing stands there.
 */
export type EntryKind = "file" | "link" | "special" | "unnamed";

export interface FileEntry {
  /** Path below the folder that was listed, with forward slashes. */
  readonly path: string;
  /** Bytes; 0 for all but files. */
  readonly size: number;
  readonly kind: EntryKind;
  /** When it was last written, milliseconds since 1970; null where the host cannot tell. */
  readonly modified: number | null;
}

/** A folder of real files, for a program that opens them itself. */
export interface WorkFolder {
  /** Absolute path. */
  readonly path: string;
  /** Removes files of the folder; those that are not there are none to remove. @throws {HostError} */
  remove(names: readonly string[]): Promise<void>;
}

/** What came of work in a thread. */
export type ThreadAnswer =
  | { readonly kind: "done"; readonly value: unknown }
  /** It was ended; `at` are the three numbers that it had last told of where it was. */
  | { readonly kind: "too-slow"; readonly at: readonly number[] }
  | { readonly kind: "too-large" }
  /** A fault of ours. */
  | { readonly kind: "died"; readonly message: string };

/** A thread that does one kind of work, and is ended where it takes too long or too much room. */
export interface WorkThread {
  /** Something to make ready for. */
  tell(order: unknown): void;
  /** @param patience milliseconds from when the thread is there */
  ask(order: unknown, patience: number): Promise<ThreadAnswer>;
  close(): void;
}

/** What there are threads for. */
export type ThreadWork = "fill-template";

/** Finds files in a folder that is too large to be listed. */
export interface FileFinder {
  /** @param sha256 of its bytes, hexadecimal @returns a path below the folder; null where there is none */
  withContent(sha256: string): Promise<string | null>;
  /** Source records that name this key: paths below the folder. */
  recordsWith(key: string): Promise<readonly string[]>;
}

export interface Host {
  /** Whole file. @throws {HostError} where it cannot be read. */
  readFile(path: string): Promise<Uint8Array>;
  /** Whether a file or folder is there. */
  exists(path: string): Promise<boolean>;
  /** Bytes of a regular file; null for a folder, and where there is nothing. */
  sizeOf(path: string): Promise<number | null>;
  /** The path that a file or folder has once every link on its way is followed; null where there is none. */
  realPath(path: string): Promise<string | null>;
  /** All but folders below a folder, sorted by path in code-unit order. */
  listFiles(folder: string): Promise<readonly FileEntry[]>;
  /**
   * Writes every file of a folder or none: the new folder is made beside the old one, then renamed.
   * @param keeps which files and folders right below the old one stay; none by default
   * @throws {HostError} where the folder cannot be written; what stood there before stays.
   */
  writeFiles(
    folder: string,
    files: ReadonlyMap<string, Uint8Array>,
    keeps?: (name: string) => boolean,
  ): Promise<void>;
  /**
   * Writes one file whole or not at all, in the place of one that stands there; makes its folders.
   * @throws {HostError} where it cannot be written; what stood there before stays.
   */
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * A folder for files that are made by the program and never committed; it is made where it is not
   * there. Null where there can be none: in memory, on a disk that cannot be written.
   */
  workFolder(path: string): Promise<WorkFolder | null>;
  /**
   * Adds one line to the end of a file, and waits until it is on the disk; makes the file and its folders.
   * @param line without its end
   * @throws {HostError} where it cannot be written; a part of the line may then stand there.
   */
  appendLine(path: string, line: string): Promise<void>;
  /**
   * Removes files below a folder, and folders that hold nothing then; what is not there is none to remove.
   * @param paths below the folder, with forward slashes @throws {HostError}
   */
  removeFiles(folder: string, paths: readonly string[]): Promise<void>;
  /** One process at a time. */
  readonly takeLock: TakeLock;
  /** Null, or not there, where the work has to be done without a thread: in memory. */
  readonly openThread?: (work: ThreadWork) => WorkThread | null;
  /** What the workspace shares with other machines, and where; not there where it shares nothing. */
  readonly engines?: Engines;
  /** Of the folder of articles, where that is kept in an engine. */
  readonly finder?: FileFinder;
}

/** What the outside refused, with the path and a hint for the person. */
export class HostError extends Error {
  constructor(
    message: string,
    readonly path: string,
    readonly hint: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "HostError";
  }
}
