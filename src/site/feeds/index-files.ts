/** The archive in, what machines read of it out: feeds of all and of each brief, a sitemap, and who may read it at all. */
import type { ArchivedBrief } from "../archive.js";
import { addressOf } from "../link.js";
import { html, type Markup } from "../markup.js";
import {
  briefPlace,
  feedPlace,
  HOME,
  issuePlace,
  outletsPlace,
  ROBOTS,
  SITEMAP,
  themesPlace,
} from "../places.js";
import type { Site } from "../site.js";
import { atomFeed, type FeedHead } from "./atom-feed.js";
import { feedEntries } from "./feed-entries.js";
import { jsonFeed } from "./json-feed.js";

const encoder = new TextEncoder();

/** @returns files by path below the site; feeds and sitemap name addresses, and are none where it has none */
export function indexFiles(site: Site): Map<string, Uint8Array> {
  const { baseUrl, briefs } = site;
  const files = new Map([[ROBOTS, robots(site)]]);
  if (baseUrl === null) return files;
  addFeeds(files, site, baseUrl, null, briefs);
  for (const brief of briefs) addFeeds(files, site, baseUrl, brief, [brief]);
  if (site.isPublic) files.set(SITEMAP, sitemap(site, baseUrl));
  return files;
}

function addFeeds(
  files: Map<string, Uint8Array>,
  site: Site,
  baseUrl: string,
  brief: ArchivedBrief | null,
  briefs: readonly ArchivedBrief[],
): void {
  const entries = feedEntries(site, baseUrl, briefs);
  const id = brief?.id ?? null;
  const of = site.isPublic ? "" : ` (${site.markings.join(", ")})`;
  const head = (form: "xml" | "json"): FeedHead => ({
    title: `${brief?.title ?? site.title}${of}`,
    language: brief?.language ?? site.language,
    author: brief?.desk ?? site.title,
    home: addressOf(baseUrl, id === null ? HOME : briefPlace(id)),
    self: addressOf(baseUrl, feedPlace(id, form)),
  });
  files.set(feedPlace(id, "xml"), atomFeed(head("xml"), entries));
  files.set(feedPlace(id, "json"), jsonFeed(head("json"), entries));
}

/** Where not everybody may read, no search engine may (RFC 9309). */
function robots({ isPublic, baseUrl }: Site): Uint8Array {
  const map = isPublic && baseUrl !== null ? `Sitemap: ${addressOf(baseUrl, SITEMAP)}\n` : "";
  return encoder.encode(`User-agent: *\n${isPublic ? "Disallow:" : "Disallow: /"}\n${map}`);
}

/** The pages that lead to all others (sitemaps.org, 0.9, which takes 50,000); an issue with its last change. */
function sitemap({ briefs }: Site, baseUrl: string): Uint8Array {
  const fixed = briefs.flatMap(({ id }) => [briefPlace(id), themesPlace(id), outletsPlace(id)]);
  const issues = briefs.flatMap((brief) =>
    brief.issues
      .filter(({ stands }) => stands)
      .map((issue) => urlElement(baseUrl, issuePlace(issue), issue.latest.approvedAt)),
  );
  const pages = [HOME, ...fixed].map((place) => urlElement(baseUrl, place, null));
  const made = html`<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...pages, ...issues].slice(0, 50_000)}</urlset>
`;
  return encoder.encode(made.html);
}

function urlElement(baseUrl: string, place: string, changed: string | null): Markup {
  const last = changed === null ? "" : html`<lastmod>${changed}</lastmod>`;
  return html`<url><loc>${addressOf(baseUrl, place)}</loc>${last}</url>\n`;
}
