/** A page in a folder in, the files that it names there out: confined to that folder, capped in size. */
import { dirname, join, sep } from "node:path";
import type { Host } from "./host/host.js";
import type { Diagnostic } from "./model/diagnostic.js";
import { namedFiles } from "./render/index.js";

export interface PageFolder {
  /** Bytes by path below the folder. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Bytes of one file of a page, and of all of them. */
const MAX_FILE = 32 * 1024 * 1024;
const MAX_ALL = 128 * 1024 * 1024;

/**
 * Style sheets, and what they name in turn, pictures and fonts. What is not there is left to the
 * renderer, which knows what it needed it for.
 * @param path of the page
 */
export async function readPageFolder(host: Host, path: string, page: string): Promise<PageFolder> {
  const folder = dirname(path);
  const home = await host.realPath(folder);
  const files = new Map<string, Uint8Array>();
  const diagnostics: Diagnostic[] = [];
  const asked = new Set<string>();
  let room = MAX_ALL;
  const pending = [...namedFiles(page, "")];
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (asked.has(name)) continue;
    asked.add(name);
    const file = join(folder, name);
    const size = await host.sizeOf(file);
    if (size === null) continue;
    const fault = faultOf(home, await host.realPath(file), size, room);
    if (fault !== null) {
      diagnostics.push({ ...fault, severity: "warning", place: { file } });
      continue;
    }
    const bytes = await host.readFile(file);
    room -= bytes.length;
    files.set(name, bytes);
    if (/\.css$/i.test(name)) pending.push(...namedFiles(new TextDecoder().decode(bytes), name));
  }
  return { files, diagnostics };
}

type Fault = Pick<Diagnostic, "code" | "message" | "hint">;

function faultOf(
  home: string | null,
  real: string | null,
  size: number,
  room: number,
): Fault | null {
  if (home === null || real === null || !isBelow(home, real)) {
    return {
      code: "file-outside",
      message: "is a link that leads out of the page's folder",
      hint: "put a copy of the file into the folder",
    };
  }
  if (size <= Math.min(MAX_FILE, room)) return null;
  return {
    code: "file-too-large",
    message: "is too large to be part of a page",
    hint: `a file may have ${MAX_FILE / MIB} MB, all files of a page ${MAX_ALL / MIB} MB`,
  };
}

const MIB = 1024 * 1024;

function isBelow(folder: string, file: string): boolean {
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}
