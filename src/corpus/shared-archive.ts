/** The address of a shared archive in; its store, its raw files, and the folder that they look like out. */
import type { Host } from "../host/host.js";
import type { EngineAddress } from "../model/engines.js";
import type { RawFiles } from "./opensearch/raw.js";
import type { CorpusStore } from "./store.js";

export interface SharedArchive {
  readonly store: CorpusStore;
  readonly raw: RawFiles;
  /** @param folder of the articles */
  hostOver(host: Host, folder: string): Host;
  close(): Promise<void>;
}

/**
 * Nothing of the engine is loaded before.
 * @throws {EngineError} where the engine is not there, refuses, or holds an archive of another version
 */
export async function openSharedArchive(address: EngineAddress): Promise<SharedArchive> {
  const { connectArchive } = await import("./open-archive.js");
  return connectArchive(address);
}

/**
 * The archive as it stands, for whoever only looks: nothing is made.
 * @returns null where there is none @throws {EngineError}
 */
export async function readSharedArchive(address: EngineAddress): Promise<SharedArchive | null> {
  const { connectArchive, hasArchive } = await import("./open-archive.js");
  return (await hasArchive(address)) ? connectArchive(address) : null;
}
