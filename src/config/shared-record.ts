/** A host and the workspace that it is for in, the same with the record where the machines share it out. */
import { join } from "node:path";
import { WORK_FOLDER } from "../corpus/index.js";
import type { Host } from "../host/host.js";
import { recordHost } from "../host/postgres/record-host.js";
import { openWorkspace } from "./workspace.js";

/**
 * @param root of the workspace; settings that cannot be read are told by whoever needs them
 * @param mayBeBegun whether it may be begun in PostgreSQL although there is one on this disk
 */
export async function withSharedRecord(
  host: Host,
  root: string,
  mayBeBegun = false,
): Promise<Host> {
  const address = host.engines?.ledger ?? null;
  if (address === null) return host;
  const { value } = await openWorkspace(host, root);
  const folder = join(root, value?.settings.corpus ?? "corpus", "record");
  return recordHost(host, { folder, locks: join(root, WORK_FOLDER), mayBeBegun }, address);
}
