/** From a workspace and what somebody gives it, or the feeds of its settings, to raw files in its corpus. */
import { join } from "node:path";
import { type AddInput, addInputs, fetchFeeds, politeNetwork } from "./collect/index.js";
import { openWorkspace, SETTINGS_FILE, type Workspace } from "./config/workspace.js";
import { FailedRun, settle } from "./failed-run.js";
import type { Clock } from "./host/clock.js";
import type { Host } from "./host/host.js";
import type { Network } from "./host/network.js";
import type { Added, FetchedFeed } from "./model/collection.js";
import type { Diagnostic } from "./model/diagnostic.js";
import type { FeedSettings } from "./model/settings.js";
import { closest } from "./text/suggest.js";

export interface Collector {
  readonly host: Host;
  readonly clock: Clock;
  /** @param allow what may be asked although it is not of the public internet */
  readonly openNetwork: (allow: readonly string[]) => Network;
}

export interface Collected<T> {
  /** The folder of articles as a person would type it. */
  readonly folder: string;
  /** What became of each, as it happens. */
  readonly results: AsyncGenerator<T>;
}

/** @throws {FailedRun} without a workspace */
export async function addArticles(
  collector: Collector,
  request: {
    /** Where the workspace is looked for. */
    readonly folder: string;
    readonly inputs: readonly AddInput[];
    readonly isRehearsal: boolean;
  },
): Promise<Collected<Added>> {
  const { workspace, shown, folder } = await openCorpus(collector.host, request.folder);
  const { settings } = workspace;
  const { clock, host } = collector;
  const network = collector.openNetwork(settings.network.allow);
  const results = addInputs(
    { host, clock, network: politeNetwork(network, clock, settings.politeness) },
    {
      inputs: request.inputs,
      folder,
      writes: !request.isRehearsal,
      options: { fields: settings.fields },
    },
  );
  return { folder: shown, results };
}

/** @throws {FailedRun} without a workspace, without feeds, and for a feed that the settings do not name */
export async function fetchArticles(
  collector: Collector,
  request: {
    readonly folder: string;
    /** Names of feeds; all where there are none. */
    readonly names: readonly string[];
  },
): Promise<Collected<FetchedFeed>> {
  const { workspace, shown, folder } = await openCorpus(collector.host, request.folder);
  const { root, settings } = workspace;
  const results = fetchFeeds(
    {
      host: collector.host,
      clock: collector.clock,
      network: collector.openNetwork(settings.network.allow),
    },
    {
      feeds: chooseFeeds(settings.feeds, request.names),
      folder,
      stateFile: join(root, ".briefwright/feeds.json"),
      politeness: settings.politeness,
      options: { fields: settings.fields },
    },
  );
  return { folder: shown, results };
}

async function openCorpus(
  host: Host,
  from: string,
): Promise<{ workspace: Workspace; shown: string; folder: string }> {
  const diagnostics: Diagnostic[] = [];
  try {
    const workspace = settle(await openWorkspace(host, from), diagnostics);
    const shown = `${workspace.settings.corpus}/articles`;
    return { workspace, shown, folder: join(workspace.root, shown) };
  } catch (error) {
    if (!(error instanceof FailedRun)) throw error;
    throw new FailedRun(diagnostics);
  }
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
