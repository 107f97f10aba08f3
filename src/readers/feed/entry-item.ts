/** An entry of a feed to an item: the fullest text that it has, and what it states of it. */
import { canonicalUrl, hostOf } from "../canonical-url.js";
import type { StatedDate } from "../draft.js";
import type { Item, Note } from "../item.js";
import { bodyOf, lineOf } from "../markup-or-text.js";
import { readWrittenByline } from "../written-byline.js";
import { readWrittenDate } from "../written-date.js";
import type { Content, Feed, FeedEntry, Stamped } from "./feed-entry.js";
import { feedFurniture } from "./feed-furniture.js";
import { outletOf } from "./feed-outlet.js";

/** @param address where the feed was fetched from */
export function entryItem(entry: FeedEntry, feed: Feed, address: string | null): Item {
  const site = canonicalUrl(feed.link ?? "", address) ?? address;
  const url = canonicalUrl(entry.link ?? "", baseAddress(entry, site));
  const outlet = lineOf(entry.source) ?? outletOf(lineOf(feed.title), hostOf(site));
  const title = withoutOutlet(titleLine(entry.title), lineOf(entry.source));
  const language = entry.language ?? feed.language;
  const { byline, agency } = readWrittenByline(entry.authors.flatMap((one) => lineOf(one) ?? []));
  const isSame = byline !== null && byline === outlet;
  const full = entry.content ?? entry.summary;
  return {
    format: "feed",
    head: headOf(entry, feed),
    body: full === null ? { text: "" } : bodyOfContent(full),
    title,
    byline: isSame ? null : byline,
    outlet,
    agency,
    url,
    language,
    published: dateOf(entry.published, language),
    modified: dateOf(entry.modified, language),
    furniture: feedFurniture,
    notes: isSummaryOnly(entry) ? [summaryOnly(url)] : [],
  };
}

function baseAddress({ base }: FeedEntry, site: string | null): string | null {
  return base === null ? site : (canonicalUrl(base, site) ?? site);
}

function titleLine(title: Content | null): string | null {
  if (title === null) return null;
  return title.kind === "html" ? lineOf(title.value) : title.value.replace(/\s+/gu, " ").trim();
}

/** Feeds that collect other outlets' items write their names behind the titles. */
function withoutOutlet(title: string | null, source: string | null): string | null {
  const suffix = ` - ${source}`;
  if (title === null || source === null || !title.endsWith(suffix)) return title || null;
  return title.slice(0, -suffix.length).trim() || title;
}

function bodyOfContent({ kind, value }: Content): Item["body"] {
  return kind === "text" ? { text: value } : bodyOf(value);
}

function headOf(entry: FeedEntry, feed: Feed): string[] {
  const lines = [
    ["title", entry.title?.value],
    ["author", entry.authors.join(", ")],
    ["link", entry.link],
    [entry.published?.name, entry.published?.value],
    [entry.modified?.name, entry.modified?.value],
    ["source", entry.source ?? feed.title],
  ] as const;
  const seen = lines.map(
    ([name, value]) => `${name}: ${(value ?? "").replace(/\s+/gu, " ").trim()}`,
  );
  return [...new Set(seen.filter((line) => !line.endsWith(": ")))];
}

function dateOf(stamped: Stamped | null, language: string | null): StatedDate | null {
  if (stamped === null) return null;
  const { name, value } = stamped;
  const plain = value.replace(/\s+/gu, " ").trim();
  return readWrittenDate(plain, `${name}: ${plain}`, language ?? undefined);
}

/** Code units, markup included, beyond which a description is the text itself. */
const LONGEST_SUMMARY = 1200;

function isSummaryOnly({ content, summary }: FeedEntry): boolean {
  return content === null && summary !== null && summary.value.length <= LONGEST_SUMMARY;
}

function summaryOnly(url: string | null): Note {
  return {
    code: "summary-only",
    severity: "info",
    message: "is a summary: the feed does not hold the article's full text",
    hint: url === null ? "add the article itself" : `add the article itself: ${url}`,
  };
}
