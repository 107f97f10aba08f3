/** The machine by what Node tells of it (statfs(2), package.json of what is installed). */
import { constants } from "node:fs";
import { access, readFile, stat, statfs } from "node:fs/promises";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir, totalmem } from "node:os";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import type { DiskRoom, Machine } from "./machine.js";

const require = createRequire(import.meta.url);

export const nodeMachine: Machine = {
  node: process.versions.node,
  platform: `${process.platform} ${process.arch}`,
  cores: availableParallelism(),
  memory: totalmem(),
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  temporary: tmpdir(),
  now: () => Date.now(),
  roomAt,
  installed,
};

async function roomAt(path: string): Promise<DiskRoom | null> {
  const folder = await nearestFolder(resolve(path));
  if (folder === null) return null;
  try {
    const [{ bavail, blocks, bsize, files, ffree }, { dev }] = await Promise.all([
      statfs(folder),
      stat(folder),
    ]);
    return {
      free: bavail * bsize,
      total: blocks * bsize,
      filesLeft: files > 0 ? (ffree / files) * 100 : null,
      disk: String(dev),
      isWritable: await mayWrite(folder),
    };
  } catch {
    return null;
  }
}

async function nearestFolder(path: string): Promise<string | null> {
  for (let folder = path; ; folder = dirname(folder)) {
    if ((await stat(folder).catch(() => null))?.isDirectory() === true) return folder;
    if (folder === dirname(folder)) return null;
  }
}

async function mayWrite(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Packages need not export their manifest: it is read where they would be loaded from. */
async function installed(name: string): Promise<string | null> {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      const manifest: unknown = JSON.parse(
        await readFile(join(folder, name, "package.json"), "utf8"),
      );
      return versionIn(manifest);
    } catch {
      // It may stand further up.
    }
  }
  return null;
}

function versionIn(manifest: unknown): string | null {
  if (typeof manifest !== "object" || manifest === null || !("version" in manifest)) return null;
  return typeof manifest.version === "string" ? manifest.version : null;
}
