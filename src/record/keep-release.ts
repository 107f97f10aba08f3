/** An issue and what its folder holds in, the same in the record out; nothing there is ever written over. */
import { join } from "node:path";
import type { FileEntry, Host } from "../host/host.js";
import type { Diagnostic, Outcome } from "../model/diagnostic.js";
import type { Issue } from "../model/issue.js";
import type { Release } from "../model/release.js";
import { readHeads } from "./read-heads.js";
import {
  compareVersions,
  isFolderName,
  parseVersion,
  pathOf,
  type RecordHome,
  recordFolder,
} from "./record-places.js";
import { releasedVersions } from "./released-issues.js";

export interface KeepRequest {
  readonly home: RecordHome;
  /** Checked. */
  readonly issue: Issue;
  /** Names the issue in diagnostics. */
  readonly file: string;
  /** Folder that the issue lies in, for the host. */
  readonly folder: string;
  /** Whether the program makes what has this name right below that folder. */
  readonly isOwn: (name: string) => boolean;
  /** What else is kept, by path below the folder of the version. */
  readonly extra?: ReadonlyMap<string, Uint8Array>;
}

/** @throws {HostError} where a file cannot be read, or the record not be written */
export async function keepRelease(host: Host, request: KeepRequest): Promise<Outcome<Release>> {
  const { home, issue, file, folder } = request;
  const fault = findFault(issue, file) ?? (await findConflict(host, request));
  if (fault !== null) return { value: null, diagnostics: [fault] };
  const listed = await host.listFiles(folder);
  const [kept, left] = partition(listed, (entry) => isKept(entry, request));
  const bytes = kept.reduce((sum, { size }) => sum + size, 0);
  if (bytes > MAX_BYTES) return { value: null, diagnostics: [tooLarge(file)] };
  const files = new Map<string, Uint8Array>();
  for (const { path } of kept) files.set(path, await host.readFile(join(folder, path)));
  for (const [path, content] of request.extra ?? []) files.set(path, content);
  const shown = folderOf(home, issue);
  await host.writeFiles(pathOf(home, shown), files);
  const release: Release = {
    brief: issue.brief.id,
    issue: issue.id,
    version: issue.version,
    seal: issue.seal,
    supersedes: issue.revision?.supersedes.version ?? null,
    folder: shown,
    files: [...files.keys()],
    leftOut: left.map(({ path }) => path),
  };
  return { value: release, diagnostics: [] };
}

function folderOf(home: RecordHome, { brief, id, version }: Issue): string {
  return recordFolder(home, brief.id, id, `v${version}`);
}

function isKept({ path, kind }: FileEntry, { isOwn }: KeepRequest): boolean {
  return kind === "file" && isOwn(path.split("/", 1).join(""));
}

function partition<T>(items: readonly T[], holds: (item: T) => boolean): [T[], T[]] {
  return [items.filter(holds), items.filter((item) => !holds(item))];
}

/** All files of an issue are held at once. */
const MAX_BYTES = 1024 * 1024 * 1024;

function findFault({ brief, id, version }: Issue, file: string): Diagnostic | null {
  const wrong = [brief.id, id].find((name) => !isFolderName(name));
  if (wrong !== undefined) return unnameable(file, wrong);
  return parseVersion(version) === null ? unnameable(file, version) : null;
}

/** A version is added to those before it, and says which of them it takes the place of. */
async function findConflict(
  host: Host,
  { home, issue, file }: KeepRequest,
): Promise<Diagnostic | null> {
  const shown = folderOf(home, issue);
  const { issues } = await releasedVersions(host, home, issue.brief.id);
  const versions = issues.filter(({ id }) => id === issue.id);
  const same = versions.find(({ version }) => version === issue.version);
  if (same?.seal === issue.seal) return alreadyReleased(file, shown);
  if (await isTaken(host, home, issue)) return taken(file, shown);
  const latest = versions.at(-1);
  const { supersedes = null } = issue.revision ?? {};
  if (latest === undefined && supersedes === null) return null;
  const follows =
    latest?.version === supersedes?.version &&
    latest?.seal === supersedes?.seal &&
    compareVersions(issue.version, latest?.version ?? "") > 0;
  return follows ? null : outOfOrder(file, latest?.version ?? null);
}

/** What was frozen for an approval that never came to its end counts for nothing, and makes room. */
async function isTaken(host: Host, home: RecordHome, issue: Issue): Promise<boolean> {
  const { brief, id, version } = issue;
  if (!(await host.exists(pathOf(home, folderOf(home, issue))))) return false;
  const { unfinished } = await readHeads(host, home, brief.id);
  return !unfinished.some((one) => one.id === id && one.version === version);
}

function fault(code: string, file: string, message: string, hint: string): Diagnostic {
  return { code, severity: "error", message, place: { file }, hint };
}

function unnameable(file: string, name: string): Diagnostic {
  const hint = "brief, issue and version are letters, digits, -, _ and . alone";
  return fault("release-unnameable", file, `“${name}” cannot be the name of a folder`, hint);
}

function tooLarge(file: string): Diagnostic {
  const hint = "attach less, or leave formats out";
  return fault("release-too-large", file, "the files beside it are more than 1 GB", hint);
}

function alreadyReleased(file: string, shown: string): Diagnostic {
  return fault("already-released", file, `is released: ${shown}`, "nothing is left to do");
}

const REISSUE = "brief generate --reissue makes the next version of what was released";

function taken(file: string, shown: string): Diagnostic {
  const message = `another issue has this version: ${shown}`;
  return fault("version-taken", file, message, `${REISSUE}; the record is never written over`);
}

function outOfOrder(file: string, latest: string | null): Diagnostic {
  return latest === null
    ? fault(
        "release-out-of-order",
        file,
        "takes the place of a version that is not in the record",
        "put that one into the record first",
      )
    : fault(
        "release-out-of-order",
        file,
        `does not take the place of version ${latest}, which is the one released`,
        REISSUE,
      );
}
