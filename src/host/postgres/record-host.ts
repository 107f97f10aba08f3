/**
 * A host and the folder of the record in, the same host out with what is below that folder in PostgreSQL:
 * whoever reads and writes the record does not see where it is kept.
 */
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import type { EngineAddress } from "../../model/engines.js";
import { type FileEntry, type Host, HostError } from "../host.js";
import * as files from "./record-files.js";
import { type RecordSession, recordSession } from "./record-session.js";
import type { Statements } from "./transaction.js";

export interface RecordPlace {
  /** Absolute path of the record. */
  readonly folder: string;
  /** Absolute path of the folder in which what is locked on every machine has its name. */
  readonly locks: string;
  /** Whether none is begun in PostgreSQL while there is one on this disk, as it is by default. */
  readonly mayBeBegun?: boolean;
}

/** Nothing is connected to before the record is asked for. */
export function recordHost(host: Host, place: RecordPlace, address: EngineAddress): Host {
  const below = (path: string) => pathBelow(place.folder, path);
  let isSeen = place.mayBeBegun ?? false;
  const session = async () => {
    const opened = await recordSession(address);
    if (!isSeen) await refuseForgotten(host, place, opened);
    isSeen = true;
    return opened;
  };
  const read = async <T>(work: (statements: Statements) => Promise<T>) =>
    (await session()).read(work);
  const write = async <T>(work: (statements: Statements) => Promise<T>) =>
    (await session()).write(work);
  return {
    ...host,
    async readFile(path) {
      const file = below(path);
      if (file === null) return host.readFile(path);
      const bytes = await read((statements) => files.bytesAt(statements, file));
      if (bytes === null) throw refusal("read", "ENOENT", path);
      return bytes;
    },
    async exists(path) {
      const file = below(path);
      return file === null ? host.exists(path) : read((statements) => isThere(statements, file));
    },
    async sizeOf(path) {
      const file = below(path);
      return file === null
        ? host.sizeOf(path)
        : read((statements) => files.sizeAt(statements, file));
    },
    async realPath(path) {
      const file = below(path);
      if (file === null) return host.realPath(path);
      if (!(await read((statements) => isThere(statements, file)))) return null;
      const above = dirname(place.folder);
      return join((await host.realPath(above)) ?? above, basename(place.folder), file);
    },
    listFiles: (folder) => listAll(host, place, read, folder),
    async writeFile(path, bytes) {
      const file = below(path);
      if (file === null) return host.writeFile(path, bytes);
      refuseLarge(path, bytes.length);
      await write(async (statements) => {
        await refuseBlocked(statements, file, "file", path);
        await files.put(statements, file, bytes);
      });
    },
    async writeFiles(path, written, keeps = () => false) {
      const folder = below(path);
      if (folder === null) return host.writeFiles(path, written, keeps);
      for (const [name, bytes] of written) refuseLarge(join(path, name), bytes.length);
      await write(async (statements) => {
        await refuseBlocked(statements, folder, "folder", path);
        await files.clear(statements, folder, keeps);
        for (const [name, bytes] of written)
          await files.put(statements, joined(folder, name), bytes);
      });
    },
    async appendLine(path, line) {
      const file = below(path);
      if (file === null) return host.appendLine(path, line);
      await write(async (statements) => {
        await refuseBlocked(statements, file, "file", path);
        const added = new TextEncoder().encode(`${line}\n`);
        refuseLarge(path, await files.append(statements, file, added));
      });
    },
    async removeFiles(path, names) {
      const folder = below(path);
      if (folder === null) return host.removeFiles(path, names);
      const paths = names.map((name) => joined(folder, name));
      await write((statements) => files.remove(statements, paths));
    },
    workFolder: async (path) => (below(path) === null ? host.workFolder(path) : null),
    takeLock: async (path) => {
      const file = below(path) ?? pathBelow(place.locks, path);
      if (file === null) return host.takeLock(path);
      return takeShared(await recordSession(address), file);
    },
  };
}

/**
 * Whoever names PostgreSQL for the first time would find nothing released there, and send it all again.
 * @throws {HostError}
 */
async function refuseForgotten(host: Host, { folder }: RecordPlace, session: RecordSession) {
  const isHeld = await session.read((statements) => files.isFolderAt(statements, ""));
  if (isHeld || !(await host.exists(folder))) return;
  const listed = await host.listFiles(folder);
  // The ledger is no file of the record: it is asked for by itself.
  if (listed.every(({ path }) => path.startsWith("deliveries.sqlite"))) return;
  throw new HostError(
    "lies on this disk, and PostgreSQL, which engines.yaml names, holds no record yet",
    folder,
    "brief record import takes it there; move the folder away where it is to be begun anew",
  );
}

/** Many desks add to one record, each for a moment: this one is waited for. */
const RECORD_LOCK = "record.lock";
const PATIENCE_MS = 20_000;

function takeShared(session: RecordSession, name: string) {
  return session.takeLock(name, basename(name) === RECORD_LOCK ? PATIENCE_MS : 0);
}

/** With forward slashes; "" for the folder itself, null for what is not below it. */
function pathBelow(folder: string, path: string): string | null {
  const way = relative(folder, resolve(path));
  if (way === "..") return null;
  return way.startsWith(`..${sep}`) || resolve(way) === way ? null : way.split(sep).join("/");
}

const joined = (folder: string, name: string) => (folder === "" ? name : `${folder}/${name}`);

async function isThere(statements: Statements, file: string): Promise<boolean> {
  return (
    (await files.sizeAt(statements, file)) !== null || (await files.isFolderAt(statements, file))
  );
}

/** Of a folder above the record: what this machine has beside it, and the record. */
async function listAll(
  host: Host,
  place: RecordPlace,
  read: RecordSession["read"],
  folder: string,
): Promise<readonly FileEntry[]> {
  const inside = pathBelow(place.folder, folder);
  if (inside !== null) {
    const found = await read((statements) => files.filesBelow(statements, inside));
    const isFolder = found.length > 0 || (await read((all) => files.isFolderAt(all, inside)));
    if (!isFolder) throw refusal("list", "ENOENT", folder);
    return found;
  }
  const prefix = pathBelow(folder, place.folder);
  if (prefix === null) return host.listFiles(folder);
  const beside = (await host.listFiles(folder)).filter(
    ({ path }) => !path.startsWith(`${prefix}/`),
  );
  const found = await read((statements) => files.filesBelow(statements, ""));
  const all = [...beside, ...found.map((one) => ({ ...one, path: `${prefix}/${one.path}` }))];
  return all.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function refuseBlocked(
  statements: Statements,
  file: string,
  as: "file" | "folder",
  path: string,
): Promise<void> {
  const code = await files.inTheWay(statements, file, as);
  if (code !== null) throw refusal("write", code, path);
}

/** Of one file; PostgreSQL itself takes 1 GB. */
const MOST_BYTES = 256 * 2 ** 20;

function refuseLarge(path: string, bytes: number): void {
  if (bytes <= MOST_BYTES) return;
  const hint = `a file of the record has at most ${MOST_BYTES / 2 ** 20} MB`;
  throw new HostError("is too large to be kept in PostgreSQL", path, hint);
}

function refusal(work: "read" | "write" | "list", code: string, path: string): HostError {
  return new HostError(`cannot ${work} this path (${code})`, path, HINTS[code] ?? "check the path");
}

const HINTS: Readonly<Record<string, string>> = {
  ENOENT: "check the path; the record of this workspace is in PostgreSQL (engines.yaml)",
  ENOTDIR: "a file stands where a folder would be: choose another name",
  EISDIR: "a folder stands there: choose another name",
};
