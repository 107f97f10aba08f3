/** From a workspace and what somebody gives it, or the feeds of its settings, to raw files in its corpus. */
import { join } from "node:path";
import { type AddInput, addInputs, fetchFeeds, politeNetwork } from "./collect/index.js";
import { openWorkspace, SETTINGS_FILE, type Workspace } from "./config/workspace.js";
import {
  type CorpusStore,
  IMPORTS_FILE,
  StoreError,
  viewImports,
  WORK_FOLDER,
} from "./corpus/index.js";
import { FailedRun } from "./failed-run.js";
import type { Clock } from "./host/clock.js";
import type { Host } from "./host/host.js";
import type { Network } from "./host/network.js";
import type { Added, FetchedFeed } from "./model/collection.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { FeedSettings } from "./model/settings.js";
import { articleId } from "./readers/index.js";
import { closest } from "./text/suggest.js";
import { withCorpus } from "./workspace-corpus.js";

export interface Collector {
  readonly host: Host;
  readonly clock: Clock;
  /** @param allow what may be asked although it is not of the public internet */
  readonly openNetwork: (allow: readonly string[]) => Network;
}

export interface Collected<T> {
  /** What became of each, as it happens. */
  readonly results: AsyncGenerator<T>;
}

export interface AddedArticles extends Collected<Added> {
  /** Where a file is kept, as a person would name it; told while results come. */
  readonly placeOf: (file: string) => Promise<string>;
}

export interface AddArticlesRequest {
  /** Where the workspace is looked for. */
  readonly folder: string;
  readonly inputs: readonly AddInput[];
  readonly isRehearsal: boolean;
  /** Whether the bytes go to the imports instead of the folder of articles. */
  readonly isStoreOnly: boolean;
}

/** @throws {FailedRun} without a workspace, and where the imports cannot be used */
export async function addArticles(
  collector: Collector,
  request: AddArticlesRequest,
): Promise<AddedArticles> {
  const { clock, host } = collector;
  const corpus = await openCorpus(host, request.folder);
  const { settings, root, folder } = corpus;
  const network = collector.openNetwork(settings.network.allow);
  const makes = request.isStoreOnly && !request.isRehearsal;
  const view = await viewImports(host, root, folder, makes).catch(refuseImports);
  const writesToView = request.isStoreOnly || view.store !== null;
  const results = addInputs(
    {
      host: writesToView ? view.host : { ...view.host, writeFile: host.writeFile },
      clock,
      network: politeNetwork(network, clock, settings.politeness),
    },
    {
      inputs: request.inputs,
      folder,
      writes: !request.isRehearsal,
      options: { fields: settings.fields },
    },
  );
  const placeOf = placesOf(corpus, host, request.isStoreOnly ? null : view.host);
  return { placeOf, results: closing(results, view.close) };
}

/**
 * A rehearsal writes nothing: what stands nowhere would come to where all goes.
 * @param seen the host that shows the imports too; null where all that is not in the folder is kept by them
 */
function placesOf({ shown, folder }: OpenedCorpus, own: Host, seen: Host | null) {
  const shared = own.engines?.corpus ?? null;
  return async (file: string): Promise<string> => {
    if (shared !== null) return `${shared.url}: ${file}`;
    const path = join(folder, file);
    const isImported = !(await own.exists(path)) && (seen === null || (await seen.exists(path)));
    return isImported ? `${WORK_FOLDER}/${IMPORTS_FILE}: ${file}` : `${shown}/${file}`;
  };
}

export interface FetchArticlesRequest {
  /** Where the workspace is looked for. */
  readonly folder: string;
  /** Names of feeds; all where there are none. */
  readonly names: readonly string[];
  /** Of reading what the corpus holds already. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** @throws {FailedRun} without a workspace, without feeds, and for a feed that the settings do not name */
export async function fetchArticles(
  collector: Collector,
  request: FetchArticlesRequest,
): Promise<Collected<FetchedFeed>> {
  const { clock, host } = collector;
  const workspace = await openCorpus(host, request.folder);
  const { root, settings, folder } = workspace;
  const feeds = chooseFeeds(settings.feeds, request.names);
  const network = collector.openNetwork(settings.network.allow);
  const view = await viewImports(host, root, folder).catch(refuseImports);
  const holderOf = await openHolders(host, workspace, view.store, request.onProgress);
  const desk = view.store !== null ? view.host : { ...view.host, writeFile: host.writeFile };
  const results = fetchFeeds(
    { host: desk, clock, network },
    {
      feeds,
      folder,
      stateFile: join(root, WORK_FOLDER, "feeds.json"),
      politeness: settings.politeness,
      options: { fields: settings.fields },
      holderOf,
    },
  );
  return { results: closing(results, view.close) };
}

/** From an address to the file that holds its article. @param archive the shared one; null where there is none */
async function openHolders(
  host: Host,
  workspace: Workspace,
  archive: CorpusStore | null,
  onProgress: FetchArticlesRequest["onProgress"],
): Promise<(url: string) => Promise<string | undefined>> {
  if (archive !== null) return async (url) => (await archive.find(articleId(url)))?.file;
  const filesOf = async (store: CorpusStore) =>
    new Map((await store.all()).map(({ id, file }) => [id, file]));
  const { value: files } = await withCorpus(host, workspace, filesOf, { onProgress });
  return async (url) => files.get(articleId(url));
}

async function* closing<T>(results: AsyncGenerator<T>, close: () => void): AsyncGenerator<T> {
  try {
    yield* results;
  } finally {
    close();
  }
}

interface OpenedCorpus extends Workspace {
  /** The folder of articles as a person would type it. */
  readonly shown: string;
  /** The same, for the host. */
  readonly folder: string;
}

async function openCorpus(host: Host, from: string): Promise<OpenedCorpus> {
  const { value: workspace, diagnostics } = await openWorkspace(host, from);
  if (workspace === null) throw new FailedRun(diagnostics);
  const shown = `${workspace.settings.corpus}/articles`;
  return { ...workspace, shown, folder: join(workspace.root, shown) };
}

function refuseImports(error: unknown): never {
  if (!(error instanceof StoreError)) throw error;
  throw new FailedRun([
    {
      code: "imports-unusable",
      severity: "error",
      message: `the imported articles cannot be used (${error.message})`,
      place: { file: `${WORK_FOLDER}/${IMPORTS_FILE}` },
      hint: "look whether the folder can be written, and the file be read",
    },
  ]);
}

function chooseFeeds(
  feeds: Readonly<Record<string, FeedSettings>>,
  names: readonly string[],
): [string, FeedSettings][] {
  const known = Object.entries(feeds);
  if (known.length === 0) throw new FailedRun([noFeeds()]);
  const unknown = names.filter((name) => !Object.hasOwn(feeds, name));
  if (unknown.length > 0) {
    throw new FailedRun(unknown.map((name) => unknownFeed(name, Object.keys(feeds))));
  }
  return names.length === 0 ? known : known.filter(([name]) => names.includes(name));
}

function noFeeds(): Diagnostic {
  return {
    code: "no-feeds",
    severity: "error",
    message: "names no feeds",
    place: { file: SETTINGS_FILE },
    hint: 'write them there: feeds: { gazette: { url: "https://example.org/rss" } }',
  };
}

function unknownFeed(name: string, known: readonly string[]): Diagnostic {
  const near = closest(name, known);
  return {
    code: "unknown-feed",
    severity: "error",
    message: `there is no feed "${name}"`,
    place: { file: SETTINGS_FILE },
    hint: near === null ? `the settings name ${known.join(", ")}` : `did you mean "${near}"?`,
  };
}
