/** An item of a feed to raw bytes in the folder of articles: its page where that is wanted, otherwise itself. */
import { readGuardedFile } from "../corpus/index.js";
import type { Diagnostic } from "../model/diagnostic.js";
import type { FeedSettings } from "../model/settings.js";
import type { SourceRecord } from "../model/source-record.js";
import { sha256 } from "../text/sha256.js";
import type { Desk } from "./desk.js";
import type { FeedItem } from "./feed-item.js";
import { pageName } from "./page-name.js";
import { readPage } from "./read-page.js";

/** A feed of the settings, as it was sent. */
export interface SentFeed {
  readonly name: string;
  readonly settings: FeedSettings;
  readonly source: SourceRecord;
  /** Of one-item documents. */
  readonly extension: string;
}

/** An item that is not in the corpus, or of which its page is not. */
export interface NewItem extends FeedItem {
  /** Address of its page. */
  readonly url: string | null;
  readonly key: string;
  /** The summary that the corpus has of it, where its page is wanted. */
  readonly summary: string | null;
}

export interface KeptItem {
  /** Null where the item holds no text. */
  readonly file: string | null;
  /** It stood there before. */
  readonly isKnown: boolean;
  /** The feed holds less than the article. */
  readonly isSummary: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** @throws {HostError} where the file cannot be written */
export async function keepItem(desk: Desk, feed: SentFeed, item: NewItem): Promise<KeptItem> {
  const page =
    feed.settings.full && item.url !== null ? await keepPage(desk, feed, item.url) : null;
  if (page !== null && page.file !== null) return page;
  const { summary } = item;
  const own =
    summary === null
      ? await keepOwn(desk, feed, item)
      : { ...NOTHING, file: summary, isKnown: true, isSummary: true };
  return { ...own, diagnostics: page?.diagnostics ?? [] };
}

const NOTHING: KeptItem = { file: null, isKnown: false, isSummary: false, diagnostics: [] };

async function keepPage(desk: Desk, feed: SentFeed, url: string): Promise<KeptItem> {
  const page = await readPage(desk, url);
  if ("fault" in page) return noPage(feed, page.fault);
  const { bytes, read, name, source } = page;
  if (read.articles.length === 0) {
    const said = read.diagnostics[0]?.message ?? "holds no article";
    return noPage(feed, { message: said, place: { file: url } });
  }
  const kept = await desk.archive.keep(name, bytes, { ...source, ...ofFeed(feed) });
  return { ...NOTHING, file: kept.file, diagnostics: page.diagnostics };
}

async function keepOwn(desk: Desk, feed: SentFeed, item: NewItem): Promise<KeptItem> {
  const { bytes, url, key } = item;
  const read = await readGuardedFile({ bytes, file: feed.name, url }, desk.options);
  const isSummary = read.diagnostics.some(({ code }) => code === "summary-only");
  if (read.articles.length === 0) return NOTHING;
  const { etag: _etag, lastModified: _lastModified, ...source } = feed.source;
  const name = pageName(url ?? feed.source.url, sha256(bytes), feed.extension);
  const record = { ...source, ...ofFeed(feed), item: { url, key } };
  const kept = await desk.archive.keep(name, bytes, record);
  return { ...NOTHING, file: kept.file, isSummary };
}

function ofFeed({ name, settings }: SentFeed): Pick<SourceRecord, "feed" | "outlet" | "marking"> {
  const { outlet, marking } = settings;
  return {
    feed: name,
    ...(outlet !== undefined && { outlet }),
    ...(marking !== undefined && { marking }),
  };
}

function noPage(
  { name }: SentFeed,
  { message, place }: Pick<Diagnostic, "message" | "place">,
): KeptItem {
  const diagnostic: Diagnostic = {
    code: "item-without-page",
    severity: "warning",
    message: `${message}: kept what the feed "${name}" holds of it`,
    ...(place !== undefined && { place }),
    hint: "save the page from a browser, and add the file",
  };
  return { ...NOTHING, diagnostics: [diagnostic] };
}
