/** A folder of this process alone below the system's temporary one; those of processes that died are taken away. */
import { chmod, mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

export interface Scratch {
  /** Absolute; nobody else can look into it. */
  readonly path: string;
  /** Takes a folder away with all that is in it. */
  readonly remove: (folder: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** @param name of what it is for, a word of Latin letters and hyphens */
export async function openScratch(name: string): Promise<Scratch> {
  await sweep(name);
  const path = await mkdtemp(join(tmpdir(), `${name}-${process.pid}-`));
  await chmod(path, 0o700);
  const remove = (folder: string) => rm(folder, { recursive: true, force: true });
  return { path, remove, close: () => remove(path) };
}

/** What a killed process left is nobody's. A number that another process bears by now keeps it for a while. */
async function sweep(name: string): Promise<void> {
  const owner = process.getuid?.();
  for (const entry of await readdir(tmpdir()).catch(() => [])) {
    const pid = new RegExp(`^${name}-(\\d+)-[A-Za-z0-9]+$`).exec(entry)?.[1];
    if (pid === undefined || isAlive(Number(pid))) continue;
    const folder = join(tmpdir(), entry);
    const found = await stat(folder).catch(() => null);
    if (found === null || (owner !== undefined && found.uid !== owner)) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
