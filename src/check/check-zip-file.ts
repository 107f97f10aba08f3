/** An archive of an issue in, what does not hold in it out: unpacked in memory, and checked as its folder. */
import { dirname, join, sep } from "node:path";
import { openZip } from "../evidence/index.js";
import type { Host } from "../host/host.js";
import { memoryHost } from "../host/memory.js";
import { faultOf } from "../model/fault.js";
import type { Print } from "./carried-issue.js";
import { type CheckResult, checkIssueFile, nothingChecked } from "./check-issue-file.js";

export async function checkZipFile(
  host: Host,
  { bytes, file, folder }: Print,
): Promise<CheckResult> {
  const { files, refusal } = await openZip(bytes);
  if (files === null) {
    const message = `this archive is refused: ${refusal}`;
    return nothingChecked([faultOf("archive-refused", message, { file })]);
  }
  const inside = new Map([...files].map(([path, content]) => [join(file, path), content]));
  return checkIssueFile(
    overlaid(host, file, inside),
    join(file, "issue.json"),
    folder ?? dirname(file),
  );
}

/** The archive as if it were a folder; everything else as it is. */
function overlaid(host: Host, folder: string, files: Map<string, Uint8Array>): Host {
  const inside = memoryHost(files);
  const top = join(folder, sep);
  const hostOf = (path: string) => (join(path, sep).startsWith(top) ? inside : host);
  return {
    ...host,
    readFile: (path) => hostOf(path).readFile(path),
    exists: (path) => hostOf(path).exists(path),
    sizeOf: (path) => hostOf(path).sizeOf(path),
    realPath: (path) => hostOf(path).realPath(path),
    listFiles: (path) => hostOf(path).listFiles(path),
  };
}
