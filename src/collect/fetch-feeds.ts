/** The feeds of the settings to their new items in the folder of articles, several hosts at a time. */
import type { FetchedFeed } from "../model/collection.js";
import type { FeedSettings } from "../model/settings.js";
import type { ReadOptions } from "../readers/index.js";
import { openArchive } from "./archive.js";
import type { Outside } from "./desk.js";
import { openFeedState } from "./feed-state.js";
import { type FeedDesk, fetchFeed } from "./fetch-feed.js";
import { type Politeness, politeNetwork } from "./polite-network.js";

export interface FetchRequest {
  readonly feeds: readonly (readonly [name: string, settings: FeedSettings])[];
  /** The folder of articles, for the host. */
  readonly folder: string;
  /** The file that remembers what was sent last. */
  readonly stateFile: string;
  readonly politeness: Politeness;
  readonly options: ReadOptions;
  /** The file of the corpus that holds the article of an address, which no record may name. */
  readonly holderOf?: (url: string) => Promise<string | undefined>;
}

/** Feeds that are fetched at a time; those of one host wait for each other in any case. */
const AT_A_TIME = 6;

/** How each feed is doing, in the order of the request. @throws {HostError} without the folder */
export async function* fetchFeeds(
  { host, network, clock }: Outside,
  request: FetchRequest,
): AsyncGenerator<FetchedFeed> {
  const {
    feeds,
    folder,
    stateFile,
    politeness,
    options,
    holderOf = async () => undefined,
  } = request;
  const desk: FeedDesk = {
    host,
    clock,
    network: politeNetwork(network, clock, politeness),
    archive: await openArchive(host, folder),
    state: await openFeedState(host, stateFile),
    claimed: new Set(),
    folder,
    options,
    holderOf,
  };
  yield* inOrder(feeds, AT_A_TIME, ([name, settings]) => fetchFeed(desk, name, settings));
}

/** Works on several values at a time; gives what comes of them in their order. */
async function* inOrder<T, R>(
  values: readonly T[],
  atATime: number,
  work: (value: T) => Promise<R>,
): AsyncGenerator<R> {
  const running: Promise<R>[] = [];
  for (const [index, value] of values.entries()) {
    const before = running[index - atATime];
    const turn = Promise.resolve(before).then(() => work(value));
    turn.catch(() => undefined);
    running.push(turn);
  }
  for (const turn of running) yield await turn;
}
