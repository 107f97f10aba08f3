/**
 * A workspace's folder of articles and its imports in, a store that is brought up to them out. Where
 * neither has changed since the store was last brought up, the imports are not even listed: of a
 * million, that and comparing them takes longer than a brief.
 */
import { createHash } from "node:crypto";
import type { FileEntry, Host } from "../host/host.js";
import { type Listing, listFolder } from "./folder.js";
import type { CorpusStore } from "./store.js";
import { readByOf, type SyncRequest, syncStore } from "./sync-store.js";
import type { ImportsView } from "./work-folder.js";

export interface FolderRequest extends Omit<SyncRequest, "host" | "listing" | "store"> {
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
}

/** @throws {HostError} where the folder cannot be listed */
export async function openFolder(request: FolderRequest): Promise<SyncedFolder> {
  const { host, folder, view } = request;
  const imported = view.state();
  const own = (await host.exists(folder)) ? await host.listFiles(folder) : [];
  const state = stateOf(own, `${readByOf(request.options)}\n${imported}`);
  const isEmpty = own.length === 0 && view.isEmpty();
  let listed: Promise<Listing> | null = null;
  const list = () => {
    listed ??= isEmpty ? Promise.resolve(NO_FILES) : listFolder(view.host, folder);
    return listed;
  };
  return {
    isEmpty,
    list,
    async bringUp(store) {
      if (state !== null && (await store.syncMark?.read()) === state) return;
      const wasAllRead = await syncStore({
        ...request,
        host: view.host,
        store,
        listing: await list(),
      });
      if (state !== null && wasAllRead) await store.syncMark?.write(state);
    },
  };
}

const NO_FILES: Listing = { entries: [], refused: [] };

/** Null where the host cannot tell whether a file was written since. */
function stateOf(own: readonly FileEntry[], rest: string): string | null {
  const hash = createHash("sha256").update(rest);
  for (const { path, size, kind, modified } of own) {
    if (kind === "file" && modified === null) return null;
    hash.update(`\n${JSON.stringify([path, size, kind, modified])}`);
  }
  return hash.digest("hex");
}
