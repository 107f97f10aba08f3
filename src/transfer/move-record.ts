/**
 * The record and the ledger of a workspace from its disk into the PostgreSQL that its machines share, or
 * back: every file to the byte, every delivery with what happened to it. What is there and another stays.
 */
import { join, resolve } from "node:path";
import { withSharedRecord } from "../config/shared-record.js";
import { openWorkspace, type Workspace } from "../config/workspace.js";
import { WORK_FOLDER } from "../corpus/index.js";
import { diagnose, FailedRun, settle } from "../failed-run.js";
import type { Host } from "../host/host.js";
import type { Lock } from "../host/lock.js";
import { contentsOf, LedgerError, type Ledgers, ledgerPath, ledgersOf } from "../ledger/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { Engines } from "../model/engines.js";
import type { RecordMove } from "../model/record-move.js";
import { lockPath } from "../send/send-edition.js";
import * as faults from "./move-faults.js";

export interface MoveRequest {
  readonly action: RecordMove["action"];
  /** Where the workspace is looked for. */
  readonly folder: string;
  /** Of the files on a disk; the record of the workspace by default. */
  readonly files: string | undefined;
}

/** @param disk this machine's files, and nothing else @param engines that the workspace names */
export async function moveRecord(
  disk: Host,
  engines: Engines | undefined,
  request: MoveRequest,
): Promise<RecordMove> {
  const { action, files = null } = request;
  const diagnostics: Diagnostic[] = [];
  const nothing = { files: 0, already: 0, deliveries: 0, suppressions: 0 };
  let shown = files ?? "";
  try {
    if (engines === undefined || engines.ledger === null) {
      throw new FailedRun([faults.notShared()]);
    }
    const workspace = settle(await openWorkspace(disk, request.folder), diagnostics);
    const shared = await withSharedRecord({ ...disk, engines }, workspace.root, true);
    shown = files ?? join(workspace.settings.corpus, "record");
    const places = placesOf(disk, shared, workspace, files);
    const [from, to] =
      action === "export" ? [places.shared, places.disk] : [places.disk, places.shared];
    const moved = await whileLocked(workspace, places, () => move(from, to));
    return { action, folder: shown, ...moved, diagnostics };
  } catch (error) {
    const said = error instanceof LedgerError ? [faults.ofLedger(error)] : diagnose(error);
    return { action, folder: shown, ...nothing, diagnostics: [...diagnostics, ...said] };
  }
}

/** Where a record is, and its ledger. */
interface Place {
  readonly host: Host;
  readonly folder: string;
  readonly ledgers: Ledgers;
  readonly ledger: string;
}

interface Places {
  readonly disk: Place;
  readonly shared: Place;
}

const LEDGER = "deliveries.sqlite";

function placesOf(disk: Host, shared: Host, workspace: Workspace, files: string | null): Places {
  const record = join(workspace.root, workspace.settings.corpus, "record");
  const folder = files === null ? record : resolve(files);
  return {
    disk: { host: disk, folder, ledgers: ledgersOf({}), ledger: join(folder, LEDGER) },
    shared: {
      host: shared,
      folder: record,
      ledgers: ledgersOf(shared, true),
      ledger: ledgerPath(workspace),
    },
  };
}

/** Nobody adds to either record meanwhile, and nobody on this machine sends by the one on the disk. */
async function whileLocked<T>(
  { root }: Workspace,
  { disk, shared }: Places,
  work: () => Promise<T>,
): Promise<T> {
  const record = join(root, WORK_FOLDER, "record.lock");
  await disk.host.workFolder(join(root, WORK_FOLDER));
  const wanted = [
    () => disk.host.takeLock(record),
    () => disk.host.takeLock(lockPath(disk.ledger)),
    () => shared.host.takeLock(record),
  ];
  const held: Lock[] = [];
  try {
    for (const take of wanted) {
      const lock = await take();
      if (lock === null) throw new FailedRun([faults.inUse()]);
      held.push(lock);
    }
    return await work();
  } finally {
    for (const lock of held) lock.release();
  }
}

type Moved = Pick<RecordMove, "files" | "already" | "deliveries" | "suppressions">;

/** Before anything is written it is known that nothing stands in the way. */
async function move(from: Place, to: Place): Promise<Moved> {
  const paths = await pathsOf(from);
  const missing = await missingOf(paths, from, to);
  // First the ledger: a record without it would be sent once more.
  const told = await moveLedger(from, to);
  if (paths.length + told.deliveries + told.suppressions === 0) {
    throw new FailedRun([faults.nothingThere(from.folder)]);
  }
  for (const path of missing) {
    await to.host.writeFile(
      join(to.folder, path),
      await from.host.readFile(join(from.folder, path)),
    );
  }
  return { files: missing.length, already: paths.length - missing.length, ...told };
}

async function pathsOf({ host, folder }: Place): Promise<readonly string[]> {
  const listed = (await host.exists(folder)) ? await host.listFiles(folder) : [];
  return listed.flatMap(({ path, kind }) =>
    kind === "file" && !path.startsWith(LEDGER) ? [path] : [],
  );
}

/** @throws {FailedRun} where another file stands at one of the paths, or beside them */
async function missingOf(paths: readonly string[], from: Place, to: Place): Promise<string[]> {
  const there = new Set(await pathsOf(to));
  const others = [...there].filter((path) => !paths.includes(path));
  const missing: string[] = [];
  for (const path of paths) {
    if (!there.has(path)) missing.push(path);
    else if (!(await isSame(path, from, to))) others.push(path);
  }
  if (others.length > 0) throw new FailedRun([faults.another(to.folder, others)]);
  return missing;
}

async function isSame(path: string, from: Place, to: Place): Promise<boolean> {
  const [one, other] = [
    await from.host.readFile(join(from.folder, path)),
    await to.host.readFile(join(to.folder, path)),
  ];
  return Buffer.compare(one, other) === 0;
}

async function moveLedger(from: Place, to: Place): Promise<Omit<Moved, "files" | "already">> {
  const source = await from.ledgers.readLedger(from.ledger);
  if (source === null) return { deliveries: 0, suppressions: 0 };
  try {
    const contents = await contentsOf(source);
    const { deliveries, suppressions } = contents;
    const counts = { deliveries: deliveries.length, suppressions: suppressions.length };
    if (counts.deliveries + counts.suppressions === 0) return counts;
    const ledger = await to.ledgers.openLedger(to.ledger);
    try {
      const isTaken = await ledger.fill(contents);
      if (isTaken || isEqual(await contentsOf(ledger), contents)) return counts;
      throw new FailedRun([faults.anotherLedger()]);
    } finally {
      await ledger.close();
    }
  } finally {
    await source.close();
  }
}

/** Rows of a database have their columns in its own order. */
function isEqual(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === "object" && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
