/** Entries in, an Atom feed out (RFC 4287). */
import { html, type Markup, NOTHING } from "../markup.js";
import type { FeedEntry } from "./feed-entries.js";

export interface FeedHead {
  readonly title: string;
  readonly language: string;
  /** Who stands for what it says. */
  readonly author: string;
  /** Address of the page that it is the feed of. */
  readonly home: string;
  /** Its own. */
  readonly self: string;
}

/** Of a feed that tells of nothing: it has to have an instant, and that of its making would change it each time. */
const NEVER = "1970-01-01T00:00:00.000Z";

export function atomFeed(head: FeedHead, entries: readonly FeedEntry[]): Uint8Array {
  const made = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${head.language}">
<id>${head.self}</id>
<title>${head.title}</title>
<updated>${entries[0]?.updated ?? NEVER}</updated>
<author><name>${head.author}</name></author>
<generator>Briefwright</generator>
<link rel="self" type="application/atom+xml" href="${head.self}"/>
<link rel="alternate" type="text/html" href="${head.home}"/>
${entries.map(entryElement)}</feed>
`;
  return new TextEncoder().encode(made.html);
}

function entryElement(entry: FeedEntry): Markup {
  const { pdf } = entry;
  const file =
    pdf === null
      ? NOTHING
      : html`<link rel="enclosure" type="application/pdf" length="${pdf.bytes}" href="${pdf.address}"/>\n`;
  return html`<entry xml:lang="${entry.language}">
<id>${entry.id}</id>
<title>${entry.title}</title>
<published>${entry.published}</published>
<updated>${entry.updated}</updated>
<rights>${entry.marking}</rights>
<link rel="alternate" type="text/html" href="${entry.address}"/>
${file}${entry.themes.map((theme) => html`<category term="${theme}"/>\n`)}<summary>${entry.summary}</summary>
<content type="html">${entry.content.html}</content>
</entry>
`;
}
