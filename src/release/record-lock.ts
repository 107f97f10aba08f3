/** Work on the record of a workspace in, what came of it out: one process at a time adds to it. */
import { join } from "node:path";
import { WORK_FOLDER } from "../corpus/index.js";
import { FailedRun } from "../failed-run.js";
import type { Host } from "../host/host.js";

/** @throws {FailedRun} where another process is at work there */
export async function withRecordLock<T>(
  host: Host,
  { root }: { readonly root: string },
  work: () => Promise<T>,
): Promise<T> {
  // It is made with what keeps it out of version control.
  await host.workFolder(join(root, WORK_FOLDER));
  const lock = await host.takeLock(join(root, WORK_FOLDER, "record.lock"));
  if (lock === null) throw new FailedRun([busy()]);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

function busy() {
  return {
    code: "record-busy",
    severity: "error",
    message: "another process is adding to the record of this workspace",
    hint: "wait until it is done, and run this again",
  } as const;
}
