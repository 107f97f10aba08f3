/** The folder of a brief's record in, the head of every issue in it out, with what lies there wrongly. */
import { z } from "zod";
import { type FileEntry, type Host, HostError } from "../host/host.js";
import { MAX_ISSUE_BYTES } from "../issue/index.js";
import { DaySchema, Sha256Schema } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { FROZEN_LIST } from "../model/release.js";
import type { ReleaseEntry } from "../model/release-log.js";
import { readJson } from "../text/read-json.js";
import { parseVersion, pathOf, type RecordHome, recordFolder } from "./record-places.js";

import { RELEASE_LOG, type ReleaseLog, readReleaseLog } from "./release-log.js";

/** One version of an issue as it stands in the record. */
export interface ReleasedIssue {
  readonly brief: string;
  /** Name of its period. */
  readonly id: string;
  readonly number: number;
  readonly version: string;
  readonly period: { readonly from: string; readonly to: string };
  /** ISO 8601 instant, UTC. */
  readonly cutOff: string;
  readonly seal: string;
  /** By the release log; without a line of it, a version that is there was released. */
  readonly standing: "released" | "approved" | "withdrawn";
  /** For the host. */
  readonly folder: string;
  /** The same below the workspace, as a person would type it. */
  readonly shown: string;
}

interface VersionName {
  readonly id: string;
  readonly version: string;
}

export interface RecordHeads {
  readonly issues: readonly ReleasedIssue[];
  /** Versions that have their folder and cannot be read. */
  readonly broken: readonly VersionName[];
  /** Versions that were frozen for an approval that never came to its end. */
  readonly unfinished: readonly VersionName[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function readHeads(host: Host, home: RecordHome, brief: string): Promise<RecordHeads> {
  const shown = recordFolder(home, brief);
  const folder = pathOf(home, shown);
  const entries = (await host.exists(folder)) ? await host.listFiles(folder) : [];
  const logs = await readLogs(host, home, brief, entries);
  const paths = new Set(entries.map(({ path }) => path));
  const heads = await Promise.all(
    entries.flatMap((entry) => {
      const place = placeOf(entry.path);
      return place === null
        ? []
        : [readHead(host, { brief, folder, shown, entry, logs, paths, ...place })];
    }),
  );
  heads.push(...headless(entries, shown));
  const faults = [...logs.values()].flatMap(({ diagnostics }) => diagnostics.filter(isTold));
  return {
    issues: heads.flatMap(({ issue }) => issue ?? []),
    broken: heads.flatMap(({ broken }) => broken ?? []),
    unfinished: heads.flatMap(({ unfinished }) => unfinished ?? []),
    diagnostics: [
      ...heads.flatMap(({ fault }) => fault ?? []),
      // Nothing that is made hangs on it: what was approved is read otherwise.
      ...faults.map((fault) => ({ ...fault, severity: "warning" as const })),
    ],
  };
}

function isTold({ severity }: Diagnostic): boolean {
  return severity !== "info";
}

/** By the name of the issue. */
async function readLogs(
  host: Host,
  home: RecordHome,
  brief: string,
  entries: readonly FileEntry[],
): Promise<ReadonlyMap<string, ReleaseLog>> {
  const logs = new Map<string, ReleaseLog>();
  for (const { path } of entries) {
    const [id = "", name, ...below] = path.split("/");
    if (name !== RELEASE_LOG || below.length > 0) continue;
    logs.set(id, await readReleaseLog(host, home, brief, id));
  }
  return logs;
}

/**
 * Null where it was frozen for an approval that never came to its end: it has its template with it, as no
 * release has that nobody approved.
 */
function standingOf(
  log: ReleaseLog | undefined,
  version: string,
  hasTemplate: boolean,
): ReleasedIssue["standing"] | null {
  const own = (log?.entries ?? []).filter((entry) => entry.version === version);
  const has = (kind: ReleaseEntry["kind"]) => own.some((entry) => entry.kind === kind);
  if (has("withdrawn")) return "withdrawn";
  if (has("approved")) return "approved";
  // What a broken log said of it nobody knows: it stays what it was for whoever counts issues.
  const isTold = has("released") || !hasTemplate || log?.holds === false;
  return isTold ? "released" : null;
}

const ISSUE_FILE = "issue.json";

/**
 * Where an issue should lie: `<issue>/v<version>/issue.json`. What else is there is not asked about,
 * but an issue in another place is.
 */
function placeOf(path: string): { readonly id: string; readonly version: string | null } | null {
  const parts = path.split("/");
  if (parts.at(-1) !== ISSUE_FILE) return null;
  const [id = "", folder = "", ...below] = parts;
  const version = folder.startsWith("v") ? folder.slice(1) : "";
  const isVersion = parseVersion(version) !== null;
  // Other languages lie whole in the version.
  if (isVersion && below.length > 1) return null;
  return { id, version: isVersion ? version : null };
}

/** Versions that have files and no issue among them: what was released is gone. */
function headless(entries: readonly FileEntry[], shown: string): HeadRead[] {
  const folders = new Map<string, { readonly id: string; readonly version: string }>();
  for (const { path } of entries) {
    const [id = "", folder = "", ...below] = path.split("/");
    const version = folder.slice(1);
    if (below.length === 0 || !folder.startsWith("v") || parseVersion(version) === null) continue;
    folders.set(`${id}/${folder}`, { id, version });
  }
  for (const { path } of entries) folders.delete(path.replace(`/${ISSUE_FILE}`, ""));
  return [...folders].map(([folder, broken]) => ({
    broken,
    fault: unreadable(`${shown}/${folder}/${ISSUE_FILE}`),
  }));
}

interface Found {
  readonly brief: string;
  readonly folder: string;
  readonly shown: string;
  readonly entry: FileEntry;
  /** Release logs by the name of the issue. */
  readonly logs: ReadonlyMap<string, ReleaseLog>;
  /** Of every file of the brief's record. */
  readonly paths: ReadonlySet<string>;
  readonly id: string;
  readonly version: string | null;
}

interface HeadRead {
  readonly issue?: ReleasedIssue;
  readonly broken?: VersionName;
  readonly unfinished?: VersionName;
  readonly fault?: Diagnostic;
}

async function readHead(host: Host, found: Found): Promise<HeadRead> {
  const { brief, entry, id, version } = found;
  const file = `${found.shown}/${entry.path}`;
  if (version === null) return { fault: misplaced(file, "lies in no folder of a version") };
  const head = await loadHead(host, `${found.folder}/${entry.path}`, entry);
  if (head === null) return { broken: { id, version }, fault: unreadable(file) };
  if (head.brief.id !== brief || head.id !== id || head.version !== version) {
    const own = `${head.brief.id} ${head.id}, version ${head.version}`;
    return { broken: { id, version }, fault: misplaced(file, `says that it is ${own}`) };
  }
  const { number, period, cutOff, seal } = head;
  const hasTemplate = found.paths.has(`${id}/v${version}/${FROZEN_LIST}`);
  const standing = standingOf(found.logs.get(id), version, hasTemplate);
  if (standing === null) return { unfinished: { id, version } };
  const [folder, shown] = [found.folder, found.shown].map(
    (above) => `${above}/${entry.path.slice(0, -ISSUE_FILE.length - 1)}`,
  ) as [string, string];
  const days = { from: period.from, to: period.to };
  const edition = { brief, id, number, version, period: days, cutOff, seal, standing };
  return { issue: { ...edition, folder, shown } };
}

/** As much of an issue as finding it needs, the same in every version of the schema. */
const HeadSchema = z.looseObject({
  brief: z.looseObject({ id: z.string() }),
  id: z.string(),
  number: z.int().positive(),
  version: z.string(),
  period: z.looseObject({ from: DaySchema, to: DaySchema }),
  cutOff: z.iso.datetime(),
  seal: Sha256Schema,
});

async function loadHead(host: Host, path: string, { kind, size }: FileEntry) {
  if (kind !== "file" || size > MAX_ISSUE_BYTES) return null;
  try {
    const json = readJson(await host.readFile(path));
    return HeadSchema.safeParse(json, { jitless: true }).data ?? null;
  } catch (error) {
    if (error instanceof HostError) return null;
    throw error;
  }
}

function unreadable(file: string): Diagnostic {
  return {
    code: "record-unreadable",
    severity: "warning",
    message: "is no issue that can be read, so this version counts for nothing",
    place: { file },
    hint: "put the released file back, from a copy of the record",
  };
}

function misplaced(file: string, what: string): Diagnostic {
  return {
    code: "record-misplaced",
    severity: "warning",
    message: `${what}, and counts for nothing here`,
    place: { file },
    hint: "an issue lies in corpus/record/<brief>/<issue>/v<version>/: move it there, or take it out",
  };
}
