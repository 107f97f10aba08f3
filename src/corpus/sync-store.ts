/** A store brought up to what a folder holds now: only new and changed files are read. */
import type { Host } from "../host/host.js";
import { READER_VERSION, type ReadOptions } from "../readers/index.js";
import { sha256 } from "../text/sha256.js";
import type { CorpusEntry, Listing, LoadedFile, Refused } from "./folder.js";
import { type EntryRead, loadEntries, readLoaded } from "./read-entries.js";
import { openReadPool, type ReadAll } from "./read-pool.js";
import type { CorpusStore, FileReading, StoreChange, StoredFile } from "./store.js";
import { syncRecurring } from "./sync-recurring.js";

export interface SyncRequest {
  readonly host: Host;
  readonly store: CorpusStore;
  readonly listing: Listing;
  readonly options: ReadOptions;
  /** Where the listing is of some files only: which, and where the others are found. */
  readonly among?: {
    readonly names: ReadonlySet<string>;
    readonly entryOf: (file: string) => Promise<CorpusEntry | null>;
  };
  /** On all cores where the files are many, by default. */
  readonly readAll?: ReadAll | undefined;
  /** About so many bytes of articles are held until they are written. */
  readonly gathered?: number | undefined;
  /** Called with 0 when it is known how many files are to be looked into, then as they are done. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/**
 * Committed batch by batch: whoever is interrupted has a whole store, and goes on from there.
 * @returns files that could not be opened, and are tried again each time
 * @throws {StoreError}
 */
export async function syncStore(request: SyncRequest): Promise<readonly string[]> {
  const { store, listing, options, among } = request;
  const stored =
    among === undefined ? await store.files() : await store.filesNamed([...among.names]);
  const plan = planSync(stored, listing, readByOf(options));
  await store.change({ put: plan.refused, touched: [], removed: plan.removed });
  const unopened = plan.changed.length === 0 ? [] : await readChanged(plan, request);
  const listed = async (file: string) => plan.entries.get(file) ?? null;
  await syncRecurring({ ...request, entryOf: among?.entryOf ?? listed });
  return unopened;
}

/** What a store lacks of a folder. */
export interface Lag {
  /** Files that the folder holds and the store does not, or not as they are now. */
  readonly toRead: number;
  /** Of those, files that were read by an older reader, or with other settings. */
  readonly readOtherwise: number;
  /** Files that are gone from the folder. */
  readonly gone: number;
}

export async function lagOf(
  store: CorpusStore,
  listing: Listing,
  options: ReadOptions,
): Promise<Lag> {
  const readBy = readByOf(options);
  const stored = await store.files();
  const { removed, refused, changed } = planSync(stored, listing, readBy);
  const isOtherwise = (file: StoredFile) =>
    file.sha256 !== "" && !file.readBy.startsWith(`${readBy} `);
  return {
    toRead: changed.length + refused.length,
    readOtherwise: stored.filter(isOtherwise).length,
    gone: removed.length,
  };
}

/** Who reads, and by which settings: what was read otherwise is read again. */
export function readByOf({ fields = {} }: ReadOptions): string {
  const names = Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${READER_VERSION} ${sha256(JSON.stringify(names)).slice(0, 16)}`;
}

interface SyncPlan {
  readonly removed: readonly string[];
  /** Refused for what the listing shows, and not stored as such yet. */
  readonly refused: readonly FileReading[];
  readonly changed: readonly CorpusEntry[];
  readonly entries: ReadonlyMap<string, CorpusEntry>;
  readonly known: ReadonlyMap<string, StoredFile>;
  readonly readBy: string;
}

function planSync(
  stored: readonly StoredFile[],
  { entries, refused }: Listing,
  readBy: string,
): SyncPlan {
  const known = new Map(stored.map((file) => [file.file, file]));
  const present = new Set([...entries, ...refused].map(({ file }) => file));
  return {
    removed: stored.flatMap(({ file }) => (present.has(file) ? [] : [file])),
    refused: refused
      .map((file) => refusal(file, readBy))
      .filter(({ file, stamp }) => known.get(file)?.stamp !== stamp),
    changed: entries.filter((entry) => !isUnchanged(entry, known.get(entry.file), readBy)),
    entries: new Map(entries.map((entry) => [entry.file, entry])),
    known,
    readBy,
  };
}

/** A file that is unreadable today may be readable tomorrow: it is tried each time. */
function isUnchanged(entry: CorpusEntry, before: StoredFile | undefined, readBy: string): boolean {
  return (
    before !== undefined &&
    before.sha256 !== "" &&
    before.readBy.startsWith(`${readBy} `) &&
    before.size === entry.size &&
    before.stamp === entry.stamp &&
    entry.stamp !== null
  );
}

/** Its diagnostic says all that there is to say of it, and so is its stamp. */
function refusal({ file, diagnostic }: Refused, readBy: string): FileReading {
  const result = { articles: [], diagnostics: [diagnostic] };
  return { file, size: 0, stamp: JSON.stringify(diagnostic), sha256: "", readBy, result };
}

async function readChanged(plan: SyncPlan, request: SyncRequest): Promise<readonly string[]> {
  const { host, options, onProgress = () => undefined } = request;
  const total = plan.changed.length;
  const pool = openReadPool(request.readAll === undefined ? total : 0);
  const readAll = request.readAll ?? pool.readAll;
  const writer = gatherChanges(request.store, request.gathered ?? GATHERED);
  let done = 0;
  const unopened: string[] = [];
  onProgress(done, total);
  try {
    for await (const loaded of loadEntries(host, plan.changed)) {
      await writer.add(
        await readAnew(loaded, plan, (files) => readLoaded(files, readAll, options)),
      );
      done += loaded.length;
      for (const file of loaded) if (!("bytes" in file)) unopened.push(file.file);
      onProgress(done, total);
    }
    await writer.flush();
    return unopened;
  } finally {
    await pool.close();
  }
}

/** Of a batch, what is as it was, and what reading gives of the rest. */
async function readAnew(
  loaded: readonly (LoadedFile | Refused)[],
  { entries, known, readBy }: SyncPlan,
  read: (files: readonly (LoadedFile | Refused)[]) => Promise<readonly EntryRead[]>,
): Promise<StoreChange> {
  const touched: StoredFile[] = [];
  const anew: (LoadedFile | Refused)[] = [];
  for (const file of loaded) {
    const before = known.get(file.file);
    const stamp = entries.get(file.file)?.stamp ?? null;
    if (before === undefined || !isSame(file, before, readBy)) anew.push(file);
    else if (before.stamp !== stamp) touched.push({ ...before, stamp });
  }
  const sources = new Map(anew.map((file) => [file.file, file]));
  const put = (await read(anew)).map(({ file, sha256: hash, ...result }): FileReading => {
    const { size = 0, stamp = null } = entries.get(file) ?? {};
    const by = `${readBy} ${saidOf(sources.get(file))}`;
    return { file, size, stamp, sha256: hash ?? "", readBy: by, result };
  });
  return { put, touched, removed: [] };
}

function isSame(file: LoadedFile | Refused, before: StoredFile, readBy: string): boolean {
  if ("diagnostic" in file || before.size !== file.bytes.length) return false;
  return before.readBy === `${readBy} ${saidOf(file)}` && before.sha256 === sha256(file.bytes);
}

/** What the record beside a file says of it has a part in its reading. */
export function saidOf(file: LoadedFile | Refused | undefined): string {
  if (file === undefined || "diagnostic" in file) return "";
  const { bytes: _bytes, file: _file, ...said } = file;
  return Object.keys(said).length === 0 ? "" : sha256(JSON.stringify(said)).slice(0, 16);
}

/** Many small changes to few large ones: the full text is written faster in large pieces. */
function gatherChanges(store: CorpusStore, most: number) {
  let [put, touched]: [FileReading[], StoredFile[]] = [[], []];
  let weight = 0;
  const flush = async () => {
    await store.change({ put, touched, removed: [] });
    [put, touched, weight] = [[], [], 0];
  };
  return {
    async add(change: StoreChange) {
      put.push(...change.put);
      touched.push(...change.touched);
      for (const { size, result } of change.put) weight += size + result.articles.length * 1000;
      if (weight > most) await flush();
    },
    flush,
  };
}

/** About a thousand articles: few enough that an interruption loses seconds of work. */
const GATHERED = 4 * 1024 * 1024;
