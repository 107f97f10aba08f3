/**
 * A workspace in, the list of the small files that a job works with out: what the desk wrote and chose.
 * What is shared anyway (articles, record) and what is made (outputs) is no part of it, nor are keys.
 */
import { join } from "node:path";
import { parse } from "yaml";
import { DISTRIBUTION_FILE } from "../../config/distribution-file.js";
import { SETTINGS_FILE, type Workspace } from "../../config/workspace.js";
import { FailedRun } from "../../failed-run.js";
import type { Host } from "../../host/host.js";
import type { Diagnostic } from "../../model/diagnostic.js";
import { sha256 } from "../../text/sha256.js";

/** Bytes by path below the workspace, with forward slashes. */
export type SnapshotFiles = ReadonlyMap<string, Uint8Array>;

export interface SnapshotEntry {
  readonly path: string;
  readonly sha256: string;
}

export interface Snapshot {
  /** Of the list: the same files give the same one. */
  readonly id: string;
  readonly entries: readonly SnapshotEntry[];
  readonly files: SnapshotFiles;
}

export interface SnapshotRequest {
  readonly workspace: Workspace;
  /** Whether the articles ride along, where no shared archive has them. */
  readonly hasArticles: boolean;
  /** More files, by path below the workspace. */
  readonly more?: SnapshotFiles | undefined;
}

/** @throws {FailedRun} where they are too many bytes to be passed on @throws {HostError} */
export async function planSnapshot(host: Host, request: SnapshotRequest): Promise<Snapshot> {
  const { workspace, hasArticles, more = new Map() } = request;
  const { root, settings } = workspace;
  const { corpus, templates } = settings;
  const folders = [`${corpus}/lexicon`, `${corpus}/desk`, `${corpus}/recipients`, templates];
  if (hasArticles) folders.push(`${corpus}/articles`);
  const room = new Room();
  const files = new Map<string, Uint8Array>(more);
  for (const folder of folders) {
    if (!(await host.exists(join(root, folder)))) continue;
    for (const { path, kind, size } of await host.listFiles(join(root, folder))) {
      if (kind !== "file") continue;
      const name = `${folder}/${path}`;
      room.take(name, size, hasArticles);
      files.set(name, await host.readFile(join(root, name)));
    }
  }
  for (const name of [SETTINGS_FILE, DISTRIBUTION_FILE]) {
    if (!(await host.exists(join(root, name)))) continue;
    const bytes = await host.readFile(join(root, name));
    files.set(name, bytes);
    for (const named of await namedIn(host, root, bytes)) {
      if (files.has(named)) continue;
      room.take(named, (await host.sizeOf(join(root, named))) ?? 0, false);
      files.set(named, await host.readFile(join(root, named)));
    }
  }
  return snapshotOf(files);
}

export function snapshotOf(files: SnapshotFiles): Snapshot {
  const entries = [...files]
    .map(([path, bytes]) => ({ path, sha256: sha256(bytes) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  return { id: sha256(JSON.stringify(entries)), entries, files };
}

/** Bytes of all files together: a desk's own take a few, five hundred articles some more. */
const MOST_BYTES = 64 * 1024 * 1024;

class Room {
  private left = MOST_BYTES;

  /** @throws {FailedRun} */
  take(file: string, bytes: number, hasArticles: boolean): void {
    this.left -= bytes;
    if (this.left < 0) throw new FailedRun([tooLarge(file, hasArticles)]);
  }
}

function tooLarge(file: string, hasArticles: boolean): Diagnostic {
  return {
    code: "snapshot-too-large",
    severity: "error",
    message: `the files of this workspace are more than ${MOST_BYTES / 1024 / 1024} MB, which is what a job may carry`,
    place: { file },
    hint: hasArticles
      ? "keep the articles where all workers find them: corpus: opensearch://… in engines.yaml"
      : "take what no brief needs out of the folders of templates and of the desk",
  };
}

/** Pictures, certificates: whatever the settings name that stands below the workspace. */
async function namedIn(host: Host, root: string, bytes: Uint8Array): Promise<readonly string[]> {
  const names: string[] = [];
  for (const text of namesIn(parsed(bytes))) {
    const size = await host.sizeOf(join(root, text));
    if (size !== null && (await isBelow(host, root, text))) names.push(text);
  }
  return names;
}

async function isBelow(host: Host, root: string, name: string): Promise<boolean> {
  const [path, top] = await Promise.all([host.realPath(join(root, name)), host.realPath(root)]);
  return path !== null && top !== null && path === join(top, name);
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return parse(new TextDecoder().decode(bytes), { maxAliasCount: 100 });
  } catch {
    return null;
  }
}

/** Strings that may be paths. Private keys stay where they are: a worker that signs has its own. */
function* namesIn(value: unknown, key = ""): Generator<string> {
  if (typeof value === "string") {
    if (key !== "keyFile" && PATH.test(value)) yield value;
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) yield* namesIn(inner, name);
  }
}

/** A name with an ending, no step up in it and none hidden. */
const PATH = /^(?!\.)(?!.*\/\.)[^\\:\n]{1,300}\.[A-Za-z0-9]{1,8}$/;
