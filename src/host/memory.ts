/** The host in memory: the same behaviour over a map of files, for tests and for embedding. */
import { type FileEntry, type Host, HostError } from "./host.js";
import { memoryLocks } from "./lock.js";

/** @param files absolute or relative paths with forward slashes, shared with the caller */
export function memoryHost(files: Map<string, Uint8Array>): Host {
  const below = (folder: string) => (folder.endsWith("/") ? folder : `${folder}/`);
  const isBelowFile = (path: string) =>
    path.split("/").some((_, depth, parts) => files.has(parts.slice(0, depth).join("/")));
  return {
    async readFile(path) {
      const bytes = files.get(path);
      if (bytes === undefined) {
        throw new HostError("cannot read this path (ENOENT)", path, "check the path");
      }
      return bytes;
    },
    async exists(path) {
      return files.has(path) || [...files.keys()].some((key) => key.startsWith(below(path)));
    },
    async sizeOf(path) {
      return files.get(path)?.length ?? null;
    },
    async realPath(path) {
      return (await this.exists(path)) ? path : null;
    },
    async listFiles(folder) {
      const prefix = below(folder);
      const entries: FileEntry[] = [];
      for (const [key, bytes] of files) {
        const path = key.slice(prefix.length);
        const hidden = path.split("/").some((part) => part.startsWith("."));
        if (key.startsWith(prefix) && !hidden)
          entries.push({ path, size: bytes.length, kind: "file", modified: null });
      }
      if (entries.length === 0 && !(await this.exists(folder))) {
        throw new HostError("cannot list this path (ENOENT)", folder, "check the path");
      }
      return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    async writeFiles(folder, written, keeps = () => false) {
      if (files.has(folder) || isBelowFile(folder)) {
        throw new HostError("cannot write this path (ENOTDIR)", folder, "move the file away");
      }
      for (const key of [...files.keys()]) {
        const [name = ""] = key.slice(below(folder).length).split("/");
        if (key.startsWith(below(folder)) && !keeps(name)) files.delete(key);
      }
      for (const [path, bytes] of written) files.set(`${below(folder)}${path}`, bytes);
    },
    async writeFile(path, bytes) {
      const isFolder = [...files.keys()].some((key) => key.startsWith(below(path)));
      if (isFolder || isBelowFile(path)) {
        const code = isFolder ? "EISDIR" : "ENOTDIR";
        throw new HostError(`cannot write this path (${code})`, path, "choose another name");
      }
      files.set(path, bytes);
    },
    async workFolder() {
      return null;
    },
    async appendLine(path, line) {
      const before = new TextDecoder().decode(files.get(path));
      await this.writeFile(path, new TextEncoder().encode(`${before}${line}\n`));
    },
    async removeFiles(folder, paths) {
      for (const path of paths) files.delete(`${below(folder)}${path}`);
    },
    takeLock: memoryLocks(),
  };
}
