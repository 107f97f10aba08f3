/** The workspace's folder for what the program keeps: the index, which can be made anew, and the imports, which cannot. */
import { join } from "node:path";
import type { FileEntry, Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { EngineAddress } from "../model/engines.js";
import { fileEntryOf, importsHost } from "./imports-host.js";
import { openMemoryStore } from "./memory-store.js";
import { openSharedArchive } from "./shared-archive.js";
import { type Imports, openImports } from "./sqlite/imports.js";
import { openSqliteStore, readSqliteStore } from "./sqlite-store.js";
import { type CorpusStore, StoreError } from "./store.js";

export const WORK_FOLDER = ".briefwright";
const INDEX_FILE = "index.sqlite";
export const IMPORTS_FILE = "imports.sqlite";

/** SQLite's own files beside a database. */
const beside = (file: string) => [file, `${file}-wal`, `${file}-shm`, `${file}-journal`];

/**
 * Uses the workspace's index. One that is damaged or of another version is made anew; where none can
 * be kept, the work is done with one that lasts as long as it.
 * @param root of the workspace
 * @param use is called again with an empty store where the first one fails
 */
export async function withIndex<T>(
  host: Host,
  root: string,
  use: (store: CorpusStore) => Promise<T>,
): Promise<{ readonly value: T; readonly diagnostics: readonly Diagnostic[] }> {
  const folder = await host.workFolder(join(root, WORK_FOLDER));
  const diagnostics: Diagnostic[] = [];
  for (let attempt = 0; folder !== null && attempt < ATTEMPTS; attempt += 1) {
    try {
      const path = join(folder.path, INDEX_FILE);
      return { value: await useStore(() => openSqliteStore(path), use), diagnostics };
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      const isLast = error.kind !== "damaged" || attempt === ATTEMPTS - 1;
      if (isLast) diagnostics.push(indexUnused(error));
      if (isLast) break;
      await folder.remove(beside(INDEX_FILE));
    }
  }
  return { value: await useStore(openMemoryStore, use), diagnostics };
}

const ATTEMPTS = 2;

/**
 * The workspace's index as it stands, for whoever only looks.
 * @returns null where there is none @throws {StoreError}
 */
export async function readIndex(host: Host, root: string): Promise<CorpusStore | null> {
  const path = join(root, WORK_FOLDER, INDEX_FILE);
  return (await host.sizeOf(path)) === null ? null : readSqliteStore(path);
}

async function useStore<T>(
  open: () => CorpusStore,
  use: (store: CorpusStore) => Promise<T>,
): Promise<T> {
  const store = open();
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

function indexUnused({ kind, message }: StoreError): Diagnostic {
  return {
    code: "index-unused",
    severity: "warning",
    message: `the index could not be used, and everything was read anew (${message})`,
    place: { file: `${WORK_FOLDER}/${INDEX_FILE}` },
    hint: HINTS[kind],
  };
}

const HINTS: Readonly<Record<StoreError["kind"], string>> = {
  busy: "another brief command is writing it: wait until that one is done",
  damaged: "remove the file: it is made anew",
  full: "the disk is full: free some space",
  unusable: "look whether the folder can be written",
};

/** A host that sees the imports of a workspace too, or its shared archive; the host itself where there is neither. */
export interface ImportsView {
  readonly host: Host;
  /** Of the shared archive; null where there is none. */
  readonly store: CorpusStore | null;
  isEmpty(): boolean;
  /** The same as long as no imported file comes or gives way. */
  state(): string;
  /** Names of the imported files that came since; null where that cannot be told. */
  namesSince(state: string): readonly string[] | null;
  entry(name: string): FileEntry | null;
  /** Those of the names that are imported, or stand in the shared archive. */
  present(names: readonly string[]): Promise<readonly string[]>;
  close(): void;
}

/**
 * @param folder of the articles
 * @param makes whether the imports are made where there are none
 * @throws {StoreError} where they cannot be read, or are to be made and cannot
 */
export async function viewImports(
  host: Host,
  root: string,
  folder: string,
  makes = false,
): Promise<ImportsView> {
  const address = host.engines?.corpus ?? null;
  if (address !== null) return viewArchive(host, folder, address);
  const isThere = await host.exists(join(root, WORK_FOLDER, IMPORTS_FILE));
  if (!makes && !isThere) return { host, ...NO_IMPORTS };
  const imports = await openImportsOf(host, root);
  const { entry, sizeOf, ...rest } = imports;
  return {
    ...rest,
    host: importsHost(host, folder, imports),
    store: null,
    entry(name) {
      const found = entry(name);
      return found === null ? null : fileEntryOf(found);
    },
    present: async (names) => names.filter((name) => sizeOf(name) !== null),
  };
}

async function viewArchive(
  host: Host,
  folder: string,
  address: EngineAddress,
): Promise<ImportsView> {
  const archive = await openSharedArchive(address);
  return {
    host: archive.hostOver(host, folder),
    ...NO_IMPORTS,
    store: archive.store,
    async present(names) {
      const lacking = new Set(await archive.raw.lacking(names));
      return names.filter((name) => !lacking.has(name));
    },
    close: () => void archive.close().catch(() => undefined),
  };
}

const NO_IMPORTS: Omit<ImportsView, "host"> = {
  store: null,
  isEmpty: () => true,
  state: () => "",
  namesSince: () => [],
  entry: () => null,
  present: async () => [],
  close: () => undefined,
};

/** The imports of a workspace, made where there are none. @throws {StoreError} */
export async function openImportsOf(host: Host, root: string): Promise<Imports> {
  const work = await host.workFolder(join(root, WORK_FOLDER));
  if (work === null) throw new StoreError("unusable", `${WORK_FOLDER} cannot be written`);
  return openImports(join(work.path, IMPORTS_FILE));
}
