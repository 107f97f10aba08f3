/**
 * Changes of single files in, changes of the workspace out: one for all that was saved at once, and none
 * before what is written is whole.
 */
import { join, relative } from "node:path";
import type { Workspace } from "../config/workspace.js";
import { SETTINGS_FILE } from "../config/workspace.js";
import type { Host } from "../host/host.js";
import type { Watch, Watching } from "../host/watch.js";
import type { Diagnostic } from "../model/diagnostic.js";

export interface Change {
  /** Below the workspace, as a person would type them, sorted. */
  readonly files: readonly string[];
  /** Whether articles or released issues are among them. */
  readonly corpus: boolean;
  /** When the first of them was noticed, milliseconds since 1970. */
  readonly since: number;
}

export interface WatchTools {
  readonly host: Pick<Host, "sizeOf">;
  readonly watch: Watch;
  readonly now: () => number;
  /** Calls once, later. @returns calls it off */
  readonly later: (ms: number, call: () => void) => () => void;
}

/** Milliseconds without a change after which those before are one. */
const QUIET = 20;
/** Milliseconds for which an empty file is taken for one that is being written. */
const EMPTY = 500;
/** Milliseconds after which a stream of changes is told all the same. */
const LONGEST = 2_000;

export function watchWorkspace(
  { root, settings }: Workspace,
  tools: WatchTools,
  onChange: (change: Change) => void,
  onFault: (fault: Diagnostic) => void,
): Watching {
  const folders = [settings.corpus, settings.templates].map((folder) => join(root, folder));
  const read = ["articles", "record"].map((folder) => join(root, settings.corpus, folder));
  const pending = new Set<string>();
  let since = 0;
  let callOff: (() => void) | null = null;

  const settle = async () => {
    callOff = null;
    const waited = tools.now() - since;
    if (waited < EMPTY && (await isAnyEmpty(tools.host, pending))) return plan();
    if (callOff !== null) return;
    const files = [...pending].map((path) => relative(root, path)).sort();
    const corpus = [...pending].some((path) => read.some((folder) => isBelow(path, folder)));
    pending.clear();
    if (files.length > 0) onChange({ files, corpus, since });
  };
  const plan = () => {
    callOff?.();
    callOff = tools.later(QUIET, () => void settle());
  };
  const noticed = (path: string) => {
    if (!isWanted(path, root, folders)) return;
    if (pending.size === 0) since = tools.now();
    pending.add(path);
    if (tools.now() - since < LONGEST || callOff === null) plan();
  };
  const told = (path: string, reason: string) =>
    onFault(notWatched(relative(root, path) || ".", reason));
  const isSkipped = (path: string) => !isLookedInto(path, root, folders);
  const watching = tools.watch({ folder: root, isSkipped, onChange: noticed, onFault: told });
  return {
    close: () => {
      callOff?.();
      watching.close();
    },
  };
}

/** The folders that a brief is made from, and those on the way to them. */
function isLookedInto(path: string, root: string, folders: readonly string[]): boolean {
  if (isHidden(relative(root, path))) return false;
  return folders.some((folder) => isBelow(path, folder) || isBelow(folder, path));
}

function isWanted(path: string, root: string, folders: readonly string[]): boolean {
  if (path === join(root, SETTINGS_FILE)) return true;
  const shown = relative(root, path);
  return !isHidden(shown) && !isEditors(shown) && folders.some((folder) => isBelow(path, folder));
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** Names that start with a dot are the system's, an editor's, or those of a file that is not whole yet. */
function isHidden(path: string): boolean {
  return path.split("/").some((part) => part.startsWith("."));
}

/** Copies that editors keep while a file is open: `a~`, `#a#`, `4913`, `a.swp`, `a.tmp`. */
function isEditors(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return /~$|^#.*#$|^4913$|\.(?:sw[a-p]|tmp|bak|crdownload|part)$/i.test(name);
}

/** Whoever writes a file anew makes it empty first. */
async function isAnyEmpty(host: Pick<Host, "sizeOf">, paths: Iterable<string>): Promise<boolean> {
  for (const path of paths) if ((await host.sizeOf(path)) === 0) return true;
  return false;
}

function notWatched(file: string, reason: string): Diagnostic {
  const hint =
    reason === "ENOSPC"
      ? "raise the system's limit (fs.inotify.max_user_watches), and start the preview again"
      : "see the reason that the system gives; a making of its own is a reload of the page";
  return {
    code: "not-watched",
    severity: "warning",
    message: `changes in this folder are not noticed (${reason})`,
    place: { file },
    hint,
  };
}
