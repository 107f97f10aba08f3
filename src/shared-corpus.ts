/** A workspace whose archive stands in an engine, to the use of its store: what waits there is read first. */
import { join } from "node:path";
import type { Workspace } from "./config/workspace.js";
import {
  type AsOf,
  type CorpusEntry,
  type CorpusStore,
  listFolder,
  openSharedArchive,
  readWaiting,
  type SharedArchive,
  storeAsOf,
  syncRecurring,
} from "./corpus/index.js";
import { FailedRun } from "./failed-run.js";
import type { Host } from "./host/host.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { EngineAddress } from "./model/engines.js";
import { SOURCE_SUFFIX } from "./model/source-record.js";
import { placedBelow } from "./placed-below.js";

export interface SharedUse {
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  readonly asOf: AsOf | null;
}

/** @throws {EngineError} */
export async function withSharedCorpus<T>(
  host: Host,
  address: EngineAddress,
  { root, settings }: Workspace,
  use: (store: CorpusStore) => Promise<T>,
  { onProgress, asOf }: SharedUse,
): Promise<{ readonly value: T; readonly diagnostics: readonly Diagnostic[] }> {
  const shown = `${settings.corpus}/articles`;
  const folder = join(root, shown);
  const archive = await openSharedArchive(address);
  try {
    const options = { fields: settings.fields };
    const { store, raw } = archive;
    const seen = archive.hostOver(host, folder);
    await readWaiting({ store, raw, options, onProgress });
    await syncRecurring({ host: seen, store, options, entryOf: entryIn(seen, folder) });
    await store.hold();
    const used = asOf === null ? store : await pastStore(archive, seen, folder, options, asOf);
    try {
      const beside = await filesBeside(host, folder, shown, archive);
      const said = (await used.diagnostics()).map((one) => placedBelow(shown, one));
      const empty = asOf === null && (await isEmpty(store)) ? [emptyArchive(address)] : [];
      return { value: await use(used), diagnostics: [...empty, ...said, ...beside] };
    } finally {
      if (used !== store) await used.close();
    }
  } finally {
    await archive.close();
  }
}

function entryIn(host: Host, folder: string) {
  return async (file: string): Promise<CorpusEntry | null> => {
    const path = join(folder, file);
    const size = await host.sizeOf(path);
    if (size === null) return null;
    const record = (await host.exists(`${path}${SOURCE_SUFFIX}`))
      ? `${path}${SOURCE_SUFFIX}`
      : null;
    return { file, path, size, stamp: null, record };
  };
}

/** To look back every file is looked at: of an archive of millions that would take all memory. */
const MOST_PAST = 100_000;

async function pastStore(
  { store }: SharedArchive,
  host: Host,
  folder: string,
  options: { readonly fields: Workspace["settings"]["fields"] },
  asOf: AsOf,
): Promise<CorpusStore> {
  const articles = await store.count();
  if (articles > MOST_PAST) {
    throw new FailedRun([
      {
        code: "as-of-too-large",
        severity: "error",
        message: `--as-of looks at every article, and the archive holds ${articles}`,
        hint: `export what was there into a workspace of its own; up to ${MOST_PAST} are looked at`,
      },
    ]);
  }
  const { entries } = await listFolder(host, folder);
  return storeAsOf({ host, store, entries, options, asOf });
}

async function isEmpty(store: CorpusStore): Promise<boolean> {
  return (await store.count()) + (await store.countUnread()) === 0;
}

function emptyArchive({ url }: EngineAddress): Diagnostic {
  return {
    code: "corpus-empty",
    severity: "warning",
    message: "holds no article",
    place: { file: url },
    hint: "brief add articles, or brief corpus import what another archive exported",
  };
}

/** Files that are looked up at most. */
const MOST_BESIDE = 5000;

/** Whoever puts a file into the folder would wait in vain for its article. */
async function filesBeside(
  host: Host,
  folder: string,
  shown: string,
  { raw }: SharedArchive,
): Promise<readonly Diagnostic[]> {
  const names = (await host.exists(folder))
    ? (await host.listFiles(folder)).flatMap(({ path, kind }) => (kind === "file" ? [path] : []))
    : [];
  const lacking = await raw.lacking(names.slice(0, MOST_BESIDE));
  if (lacking.length === 0) return [];
  const [first = ""] = lacking;
  const others = lacking.length === 1 ? "" : ` and ${lacking.length - 1} more`;
  return [
    {
      code: "not-in-archive",
      severity: "warning",
      message: `is not in the shared archive${others === "" ? "" : `,${others} are not either`}`,
      place: { file: `${shown}/${first}` },
      hint: `brief corpus import ${shown} puts them there`,
    },
  ];
}
