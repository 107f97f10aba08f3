/**
 * A feed (RSS 2.0, RSS 1.0, Atom: RFC 4287, JSON Feed 1.1) to one document for each of its items:
 * the head of the feed and the item, byte for byte, so that an item is kept when the feed goes on.
 */
import { cutJsonFeed } from "./cut-json-feed.js";
import { cutXmlFeed } from "./cut-xml-feed.js";
import type { CutFeed } from "./feed-item.js";

/** Null where the bytes are no feed. */
export function cutFeed(bytes: Uint8Array): CutFeed | null {
  return cutJsonFeed(bytes) ?? cutXmlFeed(bytes);
}
