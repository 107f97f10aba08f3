/** A host whose folder of articles is the raw files of a shared archive. */
import { join } from "node:path";
import { type Host, HostError } from "../host/host.js";
import type { RawFiles } from "./opensearch/raw.js";

/** @param folder of the articles */
export function archiveHost(host: Host, folder: string, raw: RawFiles): Host {
  const root = join(folder, "/");
  const nameOf = (path: string) => {
    const whole = join(path);
    return whole.startsWith(root) ? whole.slice(root.length) : null;
  };
  const isFolder = (path: string) => join(path, "/") === root;
  return {
    ...host,
    finder: { withContent: raw.withContent, recordsWith: raw.recordsWith },
    async readFile(path) {
      const name = nameOf(path);
      if (name === null) return host.readFile(path);
      const [file] = await raw.read([name]);
      if (file === null || file === undefined) throw notThere(path);
      return file.bytes;
    },
    async exists(path) {
      const name = nameOf(path);
      if (name === null) return isFolder(path) || host.exists(path);
      return (await raw.entry(name)) !== null;
    },
    async sizeOf(path) {
      const name = nameOf(path);
      if (name === null) return isFolder(path) ? null : host.sizeOf(path);
      return (await raw.entry(name))?.size ?? null;
    },
    async realPath(path) {
      return nameOf(path) === null ? host.realPath(path) : join(path);
    },
    async listFiles(listed) {
      if (!isFolder(listed)) return host.listFiles(listed);
      const files = [];
      for await (const page of raw.entries()) {
        files.push(
          ...page.map(({ file: path, size }) => {
            return { path, size, kind: "file" as const, modified: null };
          }),
        );
      }
      return files;
    },
    async writeFile(path, bytes) {
      const name = nameOf(path);
      if (name === null) return host.writeFile(path, bytes);
      await raw.put([{ file: name, bytes }], true);
    },
  };
}

function notThere(path: string): HostError {
  return new HostError(
    "is not in the archive",
    path,
    "look at the name, and at the archive that engines.yaml names",
  );
}
