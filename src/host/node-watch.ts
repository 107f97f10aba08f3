/**
 * Watching on Node: one watcher a folder. Node's own recursive watching holds one for every file on
 * Linux, loses a file that another one is renamed over, and ends at the system's limit.
 */
import { type FSWatcher, lstatSync, readdirSync, watch } from "node:fs";
import { dirname, join } from "node:path";
import type { Watch } from "./watch.js";

export const nodeWatch: Watch = ({ folder, isSkipped, onChange, onFault }) => {
  const watchers = new Map<string, FSWatcher>();

  const open = (path: string, isNew: boolean): void => {
    if (watchers.has(path) || isSkipped(path)) return;
    try {
      const watcher = watch(path, { persistent: false }, (_, name) => {
        if (name === null) onChange(path);
        else changed(join(path, name));
      });
      watcher.on("error", () => shut(path));
      watchers.set(path, watcher);
    } catch (error) {
      onFault(path, error instanceof Error && "code" in error ? String(error.code) : "unknown");
      return;
    }
    for (const child of readdirOf(path)) {
      const below = join(path, child.name);
      if (child.isDirectory()) open(below, isNew);
      // What was written before the folder was watched was told by nobody.
      else if (isNew) onChange(below);
    }
  };

  const shut = (path: string): void => {
    for (const [watched, watcher] of watchers) {
      if (watched !== path && !watched.startsWith(`${path}/`)) continue;
      watcher.close();
      watchers.delete(watched);
    }
  };

  const changed = (path: string): void => {
    if (isFolder(path)) {
      open(path, true);
      return;
    }
    if (watchers.has(path)) shut(path);
    onChange(path);
  };

  if (isFolder(folder)) open(folder, false);
  else {
    const parent = dirname(folder);
    if (isFolder(parent)) {
      const watcher = watch(parent, { persistent: false }, () => {
        if (!isFolder(folder) || watchers.has(folder)) return;
        open(folder, true);
      });
      watcher.on("error", () => watcher.close());
      watchers.set(`${folder}/..`, watcher);
    }
  }
  return {
    close: () => {
      for (const watcher of watchers.values()) watcher.close();
      watchers.clear();
    },
  };
};

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function readdirOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch {
    return [];
  }
}
