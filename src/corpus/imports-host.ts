/** A host whose folder of articles shows the files of the store's imports beside its own, and writes there. */
import { join } from "node:path";
import { type FileEntry, type Host, HostError } from "../host/host.js";
import type { ImportedEntry, Imports } from "./sqlite/imports.js";

/**
 * A file of the folder hides an imported one of the same name. What is written below the folder
 * goes to the imports.
 * @param folder of the articles
 */
export function importsHost(host: Host, folder: string, imports: Imports): Host {
  const root = join(folder, "/");
  const nameOf = (path: string) => {
    const whole = join(path);
    return whole.startsWith(root) ? whole.slice(root.length) : null;
  };
  const sizeOf = (path: string) => {
    const name = nameOf(path);
    return name === null ? null : imports.sizeOf(name);
  };
  return {
    ...host,
    async readFile(path) {
      if (await host.exists(path)) return host.readFile(path);
      const name = nameOf(path);
      return (name === null ? null : imports.read(name)) ?? host.readFile(path);
    },
    async exists(path) {
      return join(path, "/") === root || (await host.exists(path)) || sizeOf(path) !== null;
    },
    async sizeOf(path) {
      return (await host.sizeOf(path)) ?? sizeOf(path);
    },
    async listFiles(listed) {
      if (join(listed, "/") !== root) return host.listFiles(listed);
      return withImports((await host.exists(folder)) ? await host.listFiles(folder) : [], imports);
    },
    async writeFile(path, bytes) {
      const name = nameOf(path);
      if (name === null) return host.writeFile(path, bytes);
      if (await host.exists(path)) {
        throw new HostError(
          "stands in the folder of articles already",
          path,
          "choose another name, or leave --store-only out",
        );
      }
      imports.put([{ file: name, bytes }]);
    },
  };
}

function withImports(own: readonly FileEntry[], imports: Imports): FileEntry[] {
  const names = new Set(own.map(({ path }) => path));
  const stored = imports
    .entries()
    .filter(({ file }) => !names.has(file))
    .map(fileEntryOf);
  return [...own, ...stored].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** What is put again counts as written again. */
export function fileEntryOf({ file: path, size, number: modified }: ImportedEntry): FileEntry {
  return { path, size, kind: "file", modified };
}
