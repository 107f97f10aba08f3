/** Raw files into the imports of a workspace: articles that live in the store alone. */
import type { Host } from "../host/host.js";
import { openImportsOf } from "./work-folder.js";

export interface ImportFile {
  /** Path below the folder of articles, with forward slashes. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What is in memory until it is written. */
const BATCH = { files: 2000, bytes: 16 * 1024 * 1024 };

/**
 * Committed batch by batch: after an interruption the same call goes on, as what is there already is
 * left as it is. A file of the same name with other bytes gives way.
 * @param root of the workspace
 * @param onProgress is told how many files are kept so far
 * @throws {StoreError} where the imports cannot be written
 */
export async function importToStore(
  host: Host,
  root: string,
  files: Iterable<ImportFile> | AsyncIterable<ImportFile>,
  onProgress: (done: number) => void = () => undefined,
): Promise<number> {
  const imports = await openImportsOf(host, root);
  let batch: ImportFile[] = [];
  let [size, done] = [0, 0];
  const write = () => {
    imports.put(batch);
    done += batch.length;
    [batch, size] = [[], 0];
    onProgress(done);
  };
  try {
    for await (const file of files) {
      batch.push(file);
      size += file.bytes.length;
      if (batch.length === BATCH.files || size > BATCH.bytes) write();
    }
    write();
    return done;
  } finally {
    imports.close();
  }
}
