/** The files that a workspace is to have in, what of them stands in its folder already out. */
import { dirname, join } from "node:path";
import type { Host } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";

/** Files, and folders that are files, which stand where something is to be written. */
export async function standingInTheWay(
  host: Host,
  root: string,
  files: Iterable<string>,
): Promise<readonly Diagnostic[]> {
  const wanted = [...files];
  const folders = new Set(wanted.flatMap(foldersAbove));
  const found: Diagnostic[] = [];
  for (const path of [...folders].sort()) {
    if ((await host.sizeOf(join(root, path))) !== null) {
      found.push(inTheWay(path, "is a file, and has to be a folder"));
    }
  }
  for (const path of wanted) {
    if (await host.exists(join(root, path))) found.push(inTheWay(path, "stands there already"));
  }
  return found;
}

function foldersAbove(path: string): readonly string[] {
  const above: string[] = [];
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) above.push(folder);
  return above;
}

function inTheWay(file: string, message: string): Diagnostic {
  const hint = "nothing was written: move it away, or take another folder";
  return { code: "in-the-way", severity: "error", message, place: { file }, hint };
}
