/** Entries in, a JSON Feed out (version 1.1). */
import type { FeedHead } from "./atom-feed.js";
import type { FeedEntry } from "./feed-entries.js";

export function jsonFeed(head: FeedHead, entries: readonly FeedEntry[]): Uint8Array {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: head.title,
    home_page_url: head.home,
    feed_url: head.self,
    language: head.language,
    authors: [{ name: head.author }],
    items: entries.map(itemOf),
  };
  return new TextEncoder().encode(`${JSON.stringify(feed, null, 1)}\n`);
}

function itemOf(entry: FeedEntry) {
  const { pdf } = entry;
  return {
    id: entry.id,
    url: entry.address,
    title: entry.title,
    content_html: entry.content.html,
    summary: entry.summary,
    date_published: entry.published,
    date_modified: entry.updated,
    ...(entry.themes.length === 0 ? {} : { tags: entry.themes }),
    language: entry.language,
    _briefwright: { marking: entry.marking },
    ...(pdf === null
      ? {}
      : {
          attachments: [
            { url: pdf.address, mime_type: "application/pdf", size_in_bytes: pdf.bytes },
          ],
        }),
  };
}
