/** The address of an engine in, the shared archive that it holds out. */
import { connectSearchEngine } from "../host/opensearch/connect.js";
import type { EngineAddress } from "../model/engines.js";
import { archiveHost } from "./archive-host.js";
import { openArchive } from "./opensearch/archive.js";
import { isPrepared, prepareArchive } from "./opensearch/prepare.js";
import { openRaw } from "./opensearch/raw.js";
import { storeOver } from "./opensearch-store.js";
import type { SharedArchive } from "./shared-archive.js";

/** @throws {EngineError} where the engine is not there, refuses, or holds an archive of another version */
export async function connectArchive(address: EngineAddress): Promise<SharedArchive> {
  const engine = await connectSearchEngine(address);
  try {
    await prepareArchive(engine);
  } catch (error) {
    await engine.close();
    throw error;
  }
  const archive = openArchive(engine);
  const [store, raw] = [storeOver(archive), openRaw(archive)];
  return {
    store,
    raw,
    hostOver: (host, folder) => archiveHost(host, folder, raw),
    close: () => archive.close(),
  };
}

/** @throws {EngineError} */
export async function hasArchive(address: EngineAddress): Promise<boolean> {
  const engine = await connectSearchEngine(address);
  try {
    return await isPrepared(engine);
  } finally {
    await engine.close();
  }
}
