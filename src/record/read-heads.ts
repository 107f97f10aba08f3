/** The folder of a brief's record in, the head of every issue in it out, with what lies there wrongly. */
import { z } from "zod";
import { type FileEntry, type Host, HostError } from "../host/host.js";
import { MAX_ISSUE_BYTES } from "../issue/index.js";
import { DaySchema, Sha256Schema } from "../model/article.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { readJson } from "../text/read-json.js";
import { parseVersion, pathOf, type RecordHome, recordFolder } from "./record-places.js";

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
  /** For the host. */
  readonly folder: string;
  /** The same below the workspace, as a person would type it. */
  readonly shown: string;
}

export interface RecordHeads {
  readonly issues: readonly ReleasedIssue[];
  /** Versions that have their folder and cannot be read. */
  readonly broken: readonly { readonly id: string; readonly version: string }[];
  readonly diagnostics: readonly Diagnostic[];
}

export async function readHeads(host: Host, home: RecordHome, brief: string): Promise<RecordHeads> {
  const shown = recordFolder(home, brief);
  const folder = pathOf(home, shown);
  const entries = (await host.exists(folder)) ? await host.listFiles(folder) : [];
  const heads = await Promise.all(
    entries.flatMap((entry) => {
      const place = placeOf(entry.path);
      return place === null ? [] : [readHead(host, { brief, folder, shown, entry, ...place })];
    }),
  );
  heads.push(...headless(entries, shown));
  return {
    issues: heads.flatMap(({ issue }) => issue ?? []),
    broken: heads.flatMap(({ broken }) => broken ?? []),
    diagnostics: heads.flatMap(({ fault }) => fault ?? []),
  };
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
  const isPlace = below.length === 1 && parseVersion(version) !== null;
  return { id, version: isPlace ? version : null };
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
  readonly id: string;
  readonly version: string | null;
}

interface HeadRead {
  readonly issue?: ReleasedIssue;
  readonly broken?: { readonly id: string; readonly version: string };
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
  const [folder, shown] = [found.folder, found.shown].map(
    (above) => `${above}/${entry.path.slice(0, -ISSUE_FILE.length - 1)}`,
  ) as [string, string];
  const days = { from: period.from, to: period.to };
  return { issue: { brief, id, number, version, period: days, cutOff, seal, folder, shown } };
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
