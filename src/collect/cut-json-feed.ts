/** A JSON Feed (version 1.1) to one feed for each of its items. */
import { type CutFeed, FEED_LIMITS, type FeedItem } from "./feed-item.js";

/** Null where it is none. */
export function cutJsonFeed(bytes: Uint8Array): CutFeed | null {
  const feed = parsed(bytes);
  if (!isRecord(feed) || !Array.isArray(feed.items)) return null;
  const { items, ...head } = feed;
  if (!String(head.version ?? "").includes("jsonfeed.org")) return null;
  if (JSON.stringify(head).length > FEED_LIMITS.headBytes) return null;
  const taken = items.slice(0, FEED_LIMITS.items).filter(isRecord);
  return {
    items: taken.map((item) => cutItem(head, item)),
    extension: ".json",
    left: Math.max(0, items.length - FEED_LIMITS.items),
  };
}

function cutItem(head: object, item: Record<string, unknown>): FeedItem {
  const write = (value: object) => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);
  const textOf = (value: unknown) => (typeof value === "string" ? value : null);
  return {
    bytes: write({ ...head, items: [item] }),
    own: write(item),
    link: textOf(item.url) ?? textOf(item.external_url),
    guid: typeof item.id === "number" ? String(item.id) : textOf(item.id),
  };
}

function parsed(bytes: Uint8Array): unknown {
  const text = new TextDecoder().decode(bytes).trimStart();
  if (!text.startsWith("{")) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
