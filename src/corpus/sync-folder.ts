/**
 * A workspace's folder of articles and its imports in, a store that is brought up to them out. Where
 * neither has changed since the store was last brought up, the imports are not even listed, and where
 * they have, what has changed is: of a million, to list and compare them takes longer than a brief.
 */
import type { FileEntry, Host } from "../host/host.js";
import { findEntry, type Listing, listAmong, listFolder } from "./folder.js";
import { changedNames, type FolderState, folderState, parseState } from "./folder-state.js";
import { fileOfRecord } from "./source-record.js";
import type { CorpusStore } from "./store.js";
import { type Lag, lagOf, readByOf, type SyncRequest, syncStore } from "./sync-store.js";
import type { ImportsView } from "./work-folder.js";

export interface FolderRequest extends Pick<SyncRequest, "options" | "onProgress"> {
  /** Sees the folder alone. */
  readonly host: Host;
  readonly folder: string;
  readonly view: ImportsView;
}

export interface SyncedFolder {
  readonly isEmpty: boolean;
  /** Of the folder with its imports; once it was asked for, the same. */
  list(): Promise<Listing>;
  /** @throws {StoreError} */
  bringUp(store: CorpusStore): Promise<void>;
  /** What the store lacks; nothing of it is brought up. @throws {StoreError} */
  lag(store: CorpusStore): Promise<Lag>;
}

/** @throws {HostError} where the folder cannot be listed */
export async function openFolder(request: FolderRequest): Promise<SyncedFolder> {
  const { host, folder, view } = request;
  const rest = { readBy: readByOf(request.options), imported: view.state() };
  const own = (await host.exists(folder)) ? await host.listFiles(folder) : [];
  const state = folderState(own, rest);
  const isEmpty = own.length === 0 && view.isEmpty();
  let listed: Promise<Listing> | null = null;
  const list = () => {
    listed ??= isEmpty ? Promise.resolve(NO_FILES) : listFolder(view.host, folder);
    return listed;
  };
  return {
    isEmpty,
    list,
    bringUp: (store) => bringUp({ ...request, store, state, own, list }),
    async lag(store) {
      const names = await namesChanged(store, state, view);
      if (names === null) return lagOf(store, await list(), request.options);
      const files = [...names].filter((name) => fileOfRecord(name) === null);
      return { toRead: files.length, readOtherwise: 0, gone: 0 };
    },
  };
}

const NO_FILES: Listing = { entries: [], refused: [] };

interface BringUp extends FolderRequest {
  readonly store: CorpusStore;
  readonly state: FolderState | null;
  readonly own: readonly FileEntry[];
  readonly list: () => Promise<Listing>;
}

/** Null where it is not known, and all have to be compared. */
async function namesChanged(
  store: CorpusStore,
  state: FolderState | null,
  view: ImportsView,
): Promise<ReadonlySet<string> | null> {
  const before = state === null ? null : parseState((await store.syncMark?.read()) ?? null);
  return state === null || before === null ? null : changedNames(before, state, view.namesSince);
}

async function bringUp({ store, state, own, list, ...request }: BringUp): Promise<void> {
  const { folder, view, options, onProgress } = request;
  const before = state === null ? null : parseState((await store.syncMark?.read()) ?? null);
  const names =
    state === null || before === null ? null : changedNames(before, state, view.namesSince);
  if (names?.size === 0) {
    if (before?.imported !== state?.imported) await mark(store, state, []);
    return;
  }
  const listing =
    names === null ? await list() : listAmong(folder, entriesNamed(names, own, view.entry));
  const entryOf = (file: string) => findEntry(view.host, folder, file);
  const sync = { host: view.host, store, listing, options, onProgress };
  const again = await syncStore(names === null ? sync : { ...sync, among: { names, entryOf } });
  await mark(store, state, again);
}

async function mark(
  store: CorpusStore,
  state: FolderState | null,
  again: readonly string[],
): Promise<void> {
  if (state !== null) await store.syncMark?.write(JSON.stringify({ ...state, again }));
}

/** A file of the folder hides an imported one of the same name. */
function entriesNamed(
  names: ReadonlySet<string>,
  own: readonly FileEntry[],
  imported: ImportsView["entry"],
): FileEntry[] {
  const standing = new Map(own.map((file) => [file.path, file]));
  return [...names].sort().flatMap((name) => standing.get(name) ?? imported(name) ?? []);
}
