/** The host on Node: real files below the paths it is given. */
import { randomBytes } from "node:crypto";
import { constants, lstatSync, type Stats } from "node:fs";
import {
  access,
  cp,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  rmdir,
  stat,
  writeFile as writeBytes,
} from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { type FileEntry, type Host, HostError, type WorkFolder } from "./host.js";
import { takeLock } from "./node-lock.js";
import { openThread } from "./node-thread.js";

export const nodeHost: Host = {
  readFile: read,
  exists,
  sizeOf,
  realPath,
  listFiles,
  writeFiles,
  writeFile,
  workFolder,
  appendLine,
  removeFiles,
  takeLock: async (path) => {
    try {
      await makeFolder(dirname(path));
    } catch (error) {
      throw asHostError(error, path, "write");
    }
    return takeLock(path);
  },
  openThread,
};

async function read(path: string): Promise<Uint8Array> {
  try {
    await refuseDevice(path);
    return await readFile(path);
  } catch (error) {
    throw asHostError(error, path, "read");
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function sizeOf(path: string): Promise<number | null> {
  const entry = await stat(path).catch(() => null);
  return entry?.isFile() === true ? entry.size : null;
}

async function realPath(path: string): Promise<string | null> {
  return realpath(path).catch(() => null);
}

async function listFiles(folder: string): Promise<readonly FileEntry[]> {
  const entries: FileEntry[] = [];
  await refuseSpecial(folder);
  await collect(folder, "", entries);
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The system would only say that it is no folder. @throws {HostError} */
async function refuseSpecial(path: string): Promise<void> {
  const entry = await stat(path).catch(() => null);
  if (entry === null || entry.isFile() || entry.isDirectory()) return;
  throw new HostError(
    "is a pipe, a socket or a device, and no file",
    path,
    "write what it gives to a file, and name that one",
  );
}

/** A device may give bytes for ever. @throws {HostError} */
async function refuseDevice(path: string): Promise<void> {
  const entry = await stat(path).catch(() => null);
  if (entry?.isCharacterDevice() || entry?.isBlockDevice()) await refuseSpecial(path);
}

/** Names that start with a dot are the system's or the editor's, never articles. */
async function collect(root: string, below: string, entries: FileEntry[]): Promise<void> {
  const folder = join(root, below);
  const children = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    throw asHostError(error, folder, "list");
  });
  const garbled = new Set<string>();
  for (const child of children) {
    if (child.name.startsWith(".")) continue;
    const path = below === "" ? child.name : `${below}/${child.name}`;
    if (child.name.includes(REPLACED) && isUnnamed(join(root, path), garbled)) {
      entries.push({ path: freePath(path, root, garbled), ...NO_FILE, kind: "unnamed" });
    } else if (child.isDirectory()) await collect(root, path, entries);
    else if (child.isSymbolicLink()) entries.push({ path, ...NO_FILE, kind: "link" });
    else if (!child.isFile()) entries.push({ path, ...NO_FILE, kind: "special" });
    else {
      const entry = statNow(join(root, path));
      // Gone since the folder was read: then there is nothing to list.
      if (entry === null) continue;
      entries.push({ path, size: entry.size, kind: "file", modified: entry.mtimeMs });
    }
  }
}

const NO_FILE = { size: 0, modified: null } as const;

/** What stands for bytes that are not UTF-8 when a name is decoded. */
const REPLACED = "\ufffd";

/** Whether nothing stands at the decoded name, or what does was listed already. */
function isUnnamed(path: string, listed: Set<string>): boolean {
  if (listed.has(path) || statNow(path) === null) return true;
  listed.add(path);
  return false;
}

/** Several names may be decoded to the same one. */
function freePath(path: string, root: string, listed: Set<string>): string {
  let free = path;
  while (listed.has(join(root, free))) free += REPLACED;
  listed.add(join(root, free));
  return free;
}

/** At once: of a hundred thousand files, waiting for each costs ten times what asking does. */
function statNow(path: string): Stats | null {
  try {
    return lstatSync(path);
  } catch {
    return null;
  }
}

/** The new folder is made whole beside the old one; two renames then put it in its place. */
async function writeFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  keeps: (name: string) => boolean = () => false,
): Promise<void> {
  const token = randomBytes(4).toString("hex");
  const beside = `${folder}.new-${token}`;
  const former = `${folder}.old-${token}`;
  try {
    const standing = await lstat(folder).catch(() => null);
    if (standing !== null && !standing.isDirectory()) throw fileInTheWay(folder);
    const folders = new Set([...files.keys()].map((path) => dirname(join(beside, path))));
    for (const inner of folders) await makeFolder(inner);
    await Promise.all(
      [...files].map(([path, bytes]) => writeBytes(join(beside, path), bytes, { flag: "wx" })),
    );
    // Copied, not moved: whatever fails from here on, the old folder is whole.
    for (const name of standing === null ? [] : await readdir(folder)) {
      if (keeps(name)) await cp(join(folder, name), join(beside, name), { recursive: true });
    }
    if (standing !== null) await rename(folder, former);
    try {
      await rename(beside, folder);
    } catch (error) {
      if (standing !== null) await rename(former, folder);
      throw error;
    }
    await rm(former, { recursive: true, force: true });
  } catch (error) {
    await rm(beside, { recursive: true, force: true }).catch(() => undefined);
    throw asHostError(error, folder, "write");
  }
}

/** Under a hidden name first: whoever lists the folder meanwhile sees the old file, or the new one. */
async function writeFile(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const beside = join(folder, `.new-${randomBytes(8).toString("hex")}`);
  try {
    if (await isSpecial(path)) return await writeBytes(path, bytes);
    await makeFolder(folder);
    await writeBytes(beside, bytes, { flag: "wx" });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw asHostError(error, path, "write");
  }
}

async function appendLine(path: string, line: string): Promise<void> {
  try {
    await makeFolder(dirname(path));
    const file = await open(path, "a");
    try {
      await file.writeFile(`${line}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw asHostError(error, path, "write");
  }
}

async function removeFiles(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await rm(join(folder, path), { force: true }).catch((error: unknown) => {
      throw asHostError(error, join(folder, path), "write");
    });
    await removeEmpty(folder, dirname(path));
  }
}

/** A folder that holds something is refused by the system, and those above it hold this one. */
async function removeEmpty(root: string, below: string): Promise<void> {
  for (let path = below; path !== "."; path = dirname(path)) {
    const gone = await rmdir(join(root, path)).then(
      () => true,
      () => false,
    );
    if (!gone) return;
  }
}

/**
 * A folder with all above it. Node's own `recursive` never ends below a folder that says of every new
 * name that there is no such path, as `/proc` does.
 */
async function makeFolder(path: string): Promise<void> {
  if ((await stat(path).catch(() => null))?.isDirectory()) return;
  const parent = dirname(path);
  if (parent !== path) await makeFolder(parent);
  await mkdir(path).catch(async (error: unknown) => {
    // Somebody else may have made it meanwhile.
    if ((await stat(path).catch(() => null))?.isDirectory() !== true) throw error;
  });
}

/** A pipe or a device takes bytes and stays what it is. */
async function isSpecial(path: string): Promise<boolean> {
  const entry = await stat(path).catch(() => null);
  return entry !== null && !entry.isFile() && !entry.isDirectory();
}

async function workFolder(path: string): Promise<WorkFolder | null> {
  const folder = resolve(path);
  const ignored = join(folder, ".gitignore");
  try {
    await makeFolder(folder);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    if (!(await exists(ignored))) await writeBytes(ignored, "*\n");
  } catch {
    return null;
  }
  return {
    path: folder,
    async remove(names) {
      for (const name of names) {
        const file = join(folder, name);
        await rm(file, { force: true }).catch((error: unknown) => {
          throw asHostError(error, file, "write");
        });
      }
    },
  };
}

function fileInTheWay(path: string): HostError {
  return new HostError("cannot write this path (ENOTDIR)", path, HINTS.ENOTDIR ?? "");
}

const HINTS: Readonly<Record<string, string>> = {
  ENOENT: "check the path; it is relative to the folder that the command runs in",
  EACCES: "give yourself the right to this path, or choose another one",
  EPERM: "give yourself the right to this path, or choose another one",
  EROFS: "the disk is read-only: choose another place with --out",
  ENOSPC: "the disk is full: free some space and run again",
  ENOTDIR: "a file stands where a folder is needed: move it away, or choose another place",
  EEXIST: "a file stands where a folder is needed: move it away, or choose another place",
  EISDIR: "this is a folder: name a file in it",
  ENAMETOOLONG: "the name is too long for this disk: choose a shorter one",
};

const GARBLED = "a name that is not UTF-8 leads to nothing: rename what bears it";

function asHostError(error: unknown, path: string, verb: "read" | "list" | "write"): HostError {
  if (error instanceof HostError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
  const isGarbled = code === "ENOENT" && path.includes(REPLACED);
  const hint = isGarbled ? GARBLED : (HINTS[code] ?? "see the reason that the system gives");
  return new HostError(`cannot ${verb} this path (${code})`, path, hint, { cause: error });
}
