/** What a folder and its imports were when a store was brought up to them: enough to tell what has changed since. */
import type { FileEntry } from "../host/host.js";
import { SOURCE_SUFFIX } from "../model/source-record.js";
import { sha256 } from "../text/sha256.js";
import { fileOfRecord } from "./source-record.js";

export interface FolderState {
  /** Who reads, and by which settings. */
  readonly readBy: string;
  /** Of the imports, as `ImportsView` names it. */
  readonly imported: string;
  /** Files of the folder's own; of very many of them one hash. */
  readonly own: readonly OwnFile[] | string;
  /** Files that could not be opened: they are tried each time. */
  readonly again: readonly string[];
}

/** Path, bytes, kind and when it was written. */
export type OwnFile = readonly [string, number, FileEntry["kind"], number | null];

/** Of more, comparing them costs as much as looking into the store. */
const MOST_OWN = 20_000;

/** Null where the host cannot tell whether a file was written since. */
export function folderState(
  files: readonly FileEntry[],
  rest: Omit<FolderState, "own" | "again">,
): FolderState | null {
  if (files.some(({ kind, modified }) => kind === "file" && modified === null)) return null;
  const own = files.map(({ path, size, kind, modified }): OwnFile => [path, size, kind, modified]);
  const kept = own.length > MOST_OWN ? sha256(JSON.stringify(own)) : own;
  return { ...rest, own: kept, again: [] };
}

/** @param mark as the store keeps it; null where there is none, or none of this version */
export function parseState(mark: string | null): FolderState | null {
  if (mark === null) return null;
  try {
    const state = JSON.parse(mark) as Partial<FolderState>;
    const isWhole = Array.isArray(state.again) && state.own !== undefined;
    return isWhole ? (state as FolderState) : null;
  } catch {
    return null;
  }
}

/**
 * Names of files that may have come, gone or changed, and of the records beside them.
 * @param importedSince names of imports that came since a state; null where that cannot be told
 * @returns null where everything is to be looked at
 */
export function changedNames(
  before: FolderState,
  now: FolderState,
  importedSince: (state: string) => readonly string[] | null,
): ReadonlySet<string> | null {
  if (before.readBy !== now.readBy) return null;
  const own = changedOwn(before.own, now.own);
  const imported = before.imported === now.imported ? [] : importedSince(before.imported);
  if (own === null || imported === null) return null;
  const names = [...own, ...imported, ...before.again];
  return new Set(names.flatMap((name) => [name, besideOf(name)]));
}

/** A file and its record are read together. */
function besideOf(name: string): string {
  return fileOfRecord(name) ?? `${name}${SOURCE_SUFFIX}`;
}

function changedOwn(before: FolderState["own"], now: FolderState["own"]): string[] | null {
  if (typeof before === "string" || typeof now === "string") return before === now ? [] : null;
  const gone = new Map(before.map((file) => [file[0], JSON.stringify(file)]));
  const changed: string[] = [];
  for (const file of now) {
    if (gone.get(file[0]) !== JSON.stringify(file)) changed.push(file[0]);
    gone.delete(file[0]);
  }
  return [...changed, ...gone.keys()];
}
