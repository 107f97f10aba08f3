/** A folder of articles as it lies in, the lines that an export of it would have out; nothing of it is read yet. */
import { join } from "node:path";
import { listFolder } from "../corpus/index.js";
import { FailedRun } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { ExportedFile } from "../model/corpus-export.js";

const BATCH = 500;

/** @throws {FailedRun} where there is no such folder */
export async function* folderLines(
  host: Host,
  folder: string,
): AsyncGenerator<readonly ExportedFile[]> {
  if (!(await host.exists(folder))) {
    throw new FailedRun([
      {
        code: "nothing-to-import",
        severity: "error",
        message: "is not there",
        place: { file: folder },
        hint: "name a folder that brief corpus export made, or one of articles",
      },
    ]);
  }
  const { entries } = await listFolder(host, folder);
  for (let start = 0; start < entries.length; start += BATCH) {
    const some = entries.slice(start, start + BATCH);
    yield await Promise.all(
      some.map(async ({ file, record }) => ({
        file,
        bytes: await base64(host, join(folder, file)),
        record: record === null ? null : await base64(host, record),
        reading: { readBy: "", articles: [], diagnostics: [] },
      })),
    );
  }
}

async function base64(host: Host, path: string): Promise<string> {
  return Buffer.from(await host.readFile(path)).toString("base64");
}
