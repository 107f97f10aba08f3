/**
 * A host and what an issue was made from in, a host that shows the corpus and the record as they were
 * then out: files that came in since are not there, and what is written is kept in memory.
 */
import { join, sep } from "node:path";
import type { Host } from "../host/host.js";

export interface Past {
  readonly host: Host;
  /** Whatever is written through it, by path below the folder that was written. */
  readonly written: Map<string, Uint8Array>;
}

export interface Shown {
  /** Folders of which not all is shown, and which paths below them are. */
  readonly folders: ReadonlyMap<string, (path: string) => boolean>;
  /** Paths that are not there at all. */
  readonly hidden: ReadonlySet<string>;
}

export function pastHost(host: Host, { folders, hidden }: Shown): Past {
  const written = new Map<string, Uint8Array>();
  const isShown = (path: string) => {
    const whole = join(path);
    if (hidden.has(whole)) return false;
    for (const [folder, shows] of folders) {
      const below = join(folder, sep);
      if (whole.startsWith(below) && !shows(whole.slice(below.length).replaceAll(sep, "/"))) {
        return false;
      }
    }
    return true;
  };
  const past: Host = {
    ...host,
    exists: async (path) => isShown(path) && host.exists(path),
    sizeOf: async (path) => (isShown(path) ? host.sizeOf(path) : null),
    realPath: async (path) => (isShown(path) ? host.realPath(path) : null),
    async listFiles(folder) {
      const entries = await host.listFiles(folder);
      return entries.filter(({ path }) => isShown(join(folder, path)));
    },
    async writeFiles(_, files) {
      for (const [path, bytes] of files) written.set(path, bytes);
    },
    async writeFile() {},
    async removeFiles() {},
    // Everything is read anew: what an index remembers has no say.
    workFolder: async () => null,
  };
  return { host: past, written };
}
