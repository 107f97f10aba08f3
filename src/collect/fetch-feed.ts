/** One feed of the settings to its new items in the folder of articles, and how the feed is doing. */
import type { FetchedFeed } from "../model/collection.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FeedSettings } from "../model/settings.js";
import { canonicalUrl, readArticles } from "../readers/index.js";
import { sha256 } from "../text/sha256.js";
import { diskFault } from "./added.js";
import { cutFeed } from "./cut-feed.js";
import type { Desk } from "./desk.js";
import type { CutFeed, FeedItem } from "./feed-item.js";
import type { FeedMemory, FeedState } from "./feed-state.js";
import { isOfFeed, leftOver, noFeed, notBefore, thinItems } from "./feed-words.js";
import { type FetchedPage, fetchPage } from "./fetch-page.js";
import { keepItem, type NewItem, type SentFeed } from "./keep-item.js";
import { isKnownSummary } from "./known-summary.js";
import { MAX_WAIT_MS } from "./polite-network.js";

export interface FeedDesk extends Desk {
  readonly state: FeedState;
  /** Items that somebody is about to keep: two feeds may name the same page. */
  readonly claimed: Set<string>;
  /** The file of the corpus that holds the article of this address, however it came in. */
  readonly holderOf: (url: string) => Promise<string | undefined>;
}

export async function fetchFeed(
  desk: FeedDesk,
  name: string,
  settings: FeedSettings,
): Promise<FetchedFeed> {
  const memory = desk.state.of(settings.url);
  const report = startReport(name, settings.url);
  if (memory.notBefore !== undefined && Date.parse(memory.notBefore) > desk.clock.now()) {
    return failedFeed(report, notBefore(settings.url, memory.notBefore));
  }
  try {
    const page = await fetchPage(desk, settings.url, conditions(memory, settings));
    if ("fault" in page) {
      await rememberPause(desk, settings.url, memory, page.askAgainIn);
      return failedFeed(report, page.fault);
    }
    if (page.response.status === 304) {
      const { items, newest } = memory;
      return { ...report, status: "not-changed", known: items, ...health(newest, desk) };
    }
    const cut = cutFeed(page.response.bytes);
    if (cut === null) return failedFeed(report, noFeed(settings.url));
    return await keepFeed(desk, report, { name, settings, page, cut });
  } catch (error) {
    return failedFeed(report, diskFault(error));
  }
}

interface Sent {
  readonly name: string;
  readonly settings: FeedSettings;
  readonly page: FetchedPage;
  readonly cut: CutFeed;
}

async function keepFeed(desk: FeedDesk, report: FetchedFeed, sent: Sent): Promise<FetchedFeed> {
  const { name, settings, page, cut } = sent;
  const whole = await readArticles({ bytes: page.response.bytes, file: name }, desk.options);
  const newest = newestDay(whole.articles.map(({ published }) => published?.date ?? ""));
  const { files, known, empty, summaries, diagnostics } = await keepItems(desk, sent);
  // What is asked for unconditionally comes again: an item whose page failed has its chance.
  const isComplete = empty + summaries === 0 || !settings.full;
  const memory = memoryOf(page, cut.items.length, newest, isComplete);
  await desk.state.remember(settings.url, { ...memory, full: settings.full });
  return {
    ...report,
    ...health(newest, desk),
    status: "fetched",
    new: files.length,
    known,
    empty,
    files,
    diagnostics: [
      ...page.diagnostics,
      ...whole.diagnostics.filter(isOfFeed),
      ...leftOver(name, cut.left),
      ...diagnostics,
      ...thinItems(name, settings.full, { empty, summaries: settings.full ? 0 : summaries }),
    ],
  };
}

async function keepItems(desk: FeedDesk, { name, settings, page, cut }: Sent) {
  const feed: SentFeed = { name, settings, source: page.source, extension: cut.extension };
  const files: string[] = [];
  const diagnostics: Diagnostic[] = [];
  const counts = { known: 0, empty: 0, summaries: 0 };
  for (const item of cut.items) {
    const wanted = await newItem(desk, item, settings, page.response.finalUrl);
    if (wanted === null) counts.known += 1;
    else {
      const kept = await keepItem(desk, feed, wanted);
      if (kept.file === null) counts.empty += 1;
      else if (kept.isKnown) counts.known += 1;
      else files.push(kept.file);
      if (kept.isSummary) counts.summaries += 1;
      diagnostics.push(...kept.diagnostics);
    }
  }
  return { ...counts, files, diagnostics };
}

/** Null where the corpus has it, or will have it; where pages are wanted, a summary is not it. */
async function newItem(
  desk: FeedDesk,
  item: FeedItem,
  settings: FeedSettings,
  base: string,
): Promise<NewItem | null> {
  const url = item.link === null ? null : canonicalUrl(item.link, base);
  const key =
    item.guid === null ? `sha256:${sha256(item.own)}` : `item ${item.guid} of ${settings.url}`;
  const names = url === null ? [key] : [url, key];
  const standing = await firstOf(desk, names);
  const wantsPage = settings.full && url !== null;
  const isSummary = standing && wantsPage && (await isKnownSummary(desk, standing));
  const summary = isSummary ? standing.file : null;
  if (standing !== undefined && summary === null) return null;
  const holder = url === null ? undefined : await desk.holderOf(url);
  if (holder !== undefined && holder !== summary) return null;
  if (names.some((known) => desk.claimed.has(known))) return null;
  for (const known of names) desk.claimed.add(known);
  return { ...item, url, key, summary };
}

async function firstOf({ archive }: FeedDesk, names: readonly string[]) {
  for (const name of names) {
    const standing = await archive.fileOf(name);
    if (standing !== undefined) return standing;
  }
  return undefined;
}

/** Whoever wants pages now, and did not before, needs the items again. */
function conditions(memory: FeedMemory, { full }: FeedSettings): Record<string, string> {
  const { etag, lastModified } = full && memory.full !== true ? NOT_SENT : memory;
  return {
    accept: "application/rss+xml, application/atom+xml, application/feed+json, */*;q=0.5",
    ...(etag !== undefined && { "if-none-match": etag }),
    ...(lastModified !== undefined && { "if-modified-since": lastModified }),
  };
}

const NOT_SENT: Pick<FeedMemory, "etag" | "lastModified"> = {};

function memoryOf(
  { source }: FetchedPage,
  items: number,
  newest: string | null,
  isComplete: boolean,
): FeedMemory {
  const { etag, lastModified } = isComplete ? source : {};
  return {
    items,
    newest,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { lastModified }),
  };
}

/** What the server wants for longer than a run waits is kept for the next one. */
async function rememberPause(
  desk: FeedDesk,
  url: string,
  memory: FeedMemory,
  askAgainIn: number | null,
): Promise<void> {
  if (askAgainIn === null || askAgainIn <= MAX_WAIT_MS) return;
  const notBefore = new Date(desk.clock.now() + askAgainIn).toISOString();
  await desk.state.remember(url, { ...memory, notBefore });
}

function startReport(feed: string, url: string): FetchedFeed {
  return {
    feed,
    url,
    status: "failed",
    reason: null,
    new: 0,
    known: 0,
    empty: 0,
    newest: null,
    quietDays: null,
    files: [],
    diagnostics: [],
  };
}

function failedFeed(report: FetchedFeed, fault: Diagnostic): FetchedFeed {
  return { ...report, status: "failed", reason: fault.message, diagnostics: [fault] };
}

const DAY_MS = 24 * 3600 * 1000;

function health(
  newest: string | null,
  { clock }: FeedDesk,
): { newest: string | null; quietDays: number | null } {
  if (newest === null) return { newest, quietDays: null };
  const quiet = Math.floor((clock.now() - Date.parse(newest)) / DAY_MS);
  return { newest, quietDays: Math.max(0, quiet) };
}

function newestDay(dates: readonly string[]): string | null {
  return (
    dates
      .filter((date) => date.length === 10)
      .sort()
      .at(-1) ?? null
  );
}
