/** From a workspace to the articles that an issue may be made of, with an account of all others. */
import { join } from "node:path";
import type { Workspace } from "./config/workspace.js";
import {
  type ArticleHead,
  type AsOf,
  type CorpusStore,
  digestOf,
  inferDates,
  minus,
  openFolder,
  partsOf,
  type StoredFile,
  StoreError,
  storeAsOf,
  viewImports,
  WORK_FOLDER,
  withIndex,
} from "./corpus/index.js";
import { chooseReach, type Reach } from "./corpus-reach.js";
import { FailedRun } from "./failed-run.js";
import type { Host } from "./host/host.js";
import { LAST_DAY, latestWeek, type Period, weekOf } from "./issue/index.js";
import type { Article, Unread } from "./model/article.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { Beyond } from "./model/issue.js";
import { placedBelow } from "./placed-below.js";

export interface CorpusRequest {
  /** Null for the latest ISO week that has articles. */
  readonly period: Period | null;
  /** Null where all that came in counts. */
  readonly asOf: AsOf | null;
  readonly backgroundDays: number;
  readonly backgroundArticles: number;
  /** Strong terms of the brief's themes, theme by theme. */
  readonly terms: readonly (readonly string[])[];
  /** Articles (id or file) that the desk's notes for a period name. */
  readonly namedIn: (period: Period) => Promise<readonly string[]>;
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

export interface WorkspaceCorpus {
  /** Null where no article has a day. */
  readonly period: Period | null;
  /** In the order of files: all of them, or of a large corpus those in reach of the period. */
  readonly articles: readonly Article[];
  /** Ids of articles that would be background, but that others were preferred to. */
  readonly reserve: ReadonlySet<string>;
  /** Articles out of reach, counted. */
  readonly beyond: readonly Beyond[];
  /** Articles in reach, and those out of it that were asked for by name. */
  readonly known: readonly { readonly id: string; readonly file: string }[];
  readonly unread: readonly Unread[];
  /** Files in reach with the SHA-256 of their bytes; the others together, by one hash. */
  readonly inputs: readonly { readonly file: string; readonly sha256: string }[];
  readonly others: { readonly files: number; readonly sha256: string } | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws {FailedRun} where imports are there and cannot be read */
export async function readWorkspaceCorpus(
  host: Host,
  workspace: Workspace,
  request: CorpusRequest,
): Promise<WorkspaceCorpus> {
  const { value, diagnostics } = await withCorpus(
    host,
    workspace,
    async (store) => gather(store, request),
    request,
  );
  return { ...value, diagnostics: [...diagnostics, ...value.diagnostics] };
}

/**
 * Uses the index of a workspace, brought up to what its folder and its imports hold, or the archive that it
 * shares; of a look back one of what was there by then.
 */
export async function withCorpus<T>(
  host: Host,
  workspace: Workspace,
  use: (store: CorpusStore) => Promise<T>,
  { onProgress, asOf = null }: Partial<Pick<CorpusRequest, "onProgress" | "asOf">> = {},
): Promise<{ readonly value: T; readonly diagnostics: readonly Diagnostic[] }> {
  const address = host.engines?.corpus ?? null;
  if (address !== null) {
    const { withSharedCorpus } = await import("./shared-corpus.js");
    return withSharedCorpus(host, address, workspace, use, { onProgress, asOf });
  }
  const { root, settings } = workspace;
  const shown = `${settings.corpus}/articles`;
  const folder = join(root, shown);
  const view = await viewImports(host, root, folder).catch(refuseImports);
  try {
    const options = { fields: settings.fields };
    const files = await openFolder({ host, folder, view, options, onProgress });
    const { value, diagnostics } = await withIndex(host, root, async (store) => {
      await files.bringUp(store);
      await store.hold();
      const past = async (day: AsOf) => {
        const { entries } = await files.list();
        return storeAsOf({ host: view.host, store, entries, options, asOf: day });
      };
      const used = asOf === null ? store : await past(asOf);
      try {
        const told = await used.diagnostics();
        const said = told.map((diagnostic) => placedBelow(shown, diagnostic));
        return { value: await use(used), said };
      } finally {
        if (used !== store) await used.close();
      }
    });
    const empty = files.isEmpty && asOf === null ? [emptyCorpus(shown)] : [];
    return { value: value.value, diagnostics: [...empty, ...diagnostics, ...value.said] };
  } finally {
    view.close();
  }
}

async function gather(store: CorpusStore, request: CorpusRequest): Promise<WorkspaceCorpus> {
  const { period, reach, articles } = await findPeriod(store, request);
  const names = period === null ? [] : await request.namedIn(period);
  const inReach = new Set(articles.map(({ id }) => id));
  const found = await Promise.all(names.map((name) => store.find(name)));
  const named = found.filter((head): head is ArticleHead => head !== null && !inReach.has(head.id));
  return {
    period,
    articles,
    reserve: reach.reserve,
    beyond: reach.beyond,
    known: [...articles, ...named],
    unread: reach.unread,
    ...(await listInputs(store, reach, articles)),
    diagnostics: [],
  };
}

/** The week is that of the latest day, stated or worked out: what is in reach depends on it. */
async function findPeriod(store: CorpusStore, request: CorpusRequest) {
  const seen = request.asOf?.day ?? LAST_DAY;
  const stated = await store.latestDay(seen);
  const first = request.period ?? (stated === null ? null : weekOf(stated));
  const reach = await chooseReach(store, first, { ...request, seen });
  const articles = await store.load(reach.heads);
  if (request.period !== null) return { period: first, reach, articles };
  const latest = latestWeek(inferDates(articles, seen, request.asOf !== null), seen);
  if (latest?.id === first?.id) return { period: first, reach, articles };
  const second = await chooseReach(store, latest, { ...request, seen });
  return { period: latest, reach: second, articles: await store.load(second.heads) };
}

async function listInputs(
  store: CorpusStore,
  { isWhole }: Reach,
  articles: readonly Article[],
): Promise<Pick<WorkspaceCorpus, "inputs" | "others">> {
  if (isWhole) return { inputs: inputsOf(await store.files()), others: null };
  const names = [...new Set(articles.map(({ container }) => container))];
  const inputs = inputsOf(await store.filesNamed(names));
  const { files, sum } = await store.fileSum();
  const rest = inputs.reduce((left, file) => minus(left, partsOf(file)), sum);
  return { inputs, others: { files: files - inputs.length, sha256: digestOf(rest) } };
}

function inputsOf(files: readonly StoredFile[]): WorkspaceCorpus["inputs"] {
  return files.flatMap(({ file, sha256 }) => (sha256 === "" ? [] : [{ file, sha256 }]));
}

/** @throws {FailedRun} for imports that cannot be read; anything else is thrown on */
export function refuseImports(error: unknown): never {
  if (!(error instanceof StoreError)) throw error;
  throw new FailedRun([
    {
      code: "imports-unreadable",
      severity: "error",
      message: `the imported articles cannot be read (${error.message})`,
      place: { file: `${WORK_FOLDER}/imports.sqlite` },
      hint: "put a copy of the file back, or remove it and import the articles again",
    },
  ]);
}

function emptyCorpus(folder: string): Diagnostic {
  return {
    code: "corpus-empty",
    severity: "warning",
    message: "holds no article",
    place: { file: folder },
    hint: "put articles there, or brief add them",
  };
}
