/** The `<meta>` tags of a page by what they state: Open Graph, Dublin Core, PRISM, Highwire Press, and the rest. */
import type { Element } from "domhandler";
import type { MetaTag } from "./page-facts.js";

/** Names of tags by what they hold, the most trusted first; letters of one case, `_` and `-` as they come. */
const NAMES = {
  published: [
    "article:published_time",
    "og:article:published_time",
    "article:published",
    "article:publish_time",
    "article:post_date",
    "article.published",
    "og:published_time",
    "og:pubdate",
    "og:publish_date",
    "og:article:publish_date",
    "datepublished",
    "date.published",
    "date_published",
    "dateposted",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime",
    "cxenseparse:articlepublishdate",
    "shareaholic:article_published_time",
    "rnews:datepublished",
    "bt:pubdate",
    "citation_online_date",
    "citation_publication_date",
    "bepress_citation_date",
    "citation_date",
    "prism.publicationdate",
    "dcterms.issued",
    "dc.date.issued",
    "dc:date.issued",
    "dcterms.available",
    "pubdate",
    "pub_date",
    "pub-date",
    "publishdate",
    "publish_date",
    "publish-date",
    "publish_time",
    "publishtime",
    "publishedat",
    "published",
    "published_at",
    "published-at",
    "published_date",
    "published-date",
    "publisheddate",
    "published_time",
    "publication_date",
    "publication-date",
    "publicationdate",
    "ptime",
    "pdate",
    "displaydate",
    "display-date",
    "originalpublicationdate",
    "article_date_original",
    "article-publish-date",
    "article:publicationdate",
    "firstpublished",
    "first_publication_date",
    "release:date",
    "release_date",
    "rbpubdate",
    "vr:published_time",
    "news_publish_date",
    "eomportal-pubdate",
    "apub:date",
    "gentime",
  ],
  created: [
    "article:created_time",
    "article:created",
    "og:created_time",
    "datecreated",
    "date_created",
    "date-created",
    "date.created",
    "dcterms.created",
    "dc.created",
    "dcterms.date.created",
    "dc.date.created",
    "dc:date.created",
    "dc:created",
    "created",
    "creation_date",
    "creationdate",
    "originaldate",
  ],
  dated: [
    "date",
    "dc.date",
    "dc:date",
    "dcterms.date",
    "og:date",
    "article:date",
    "article_date",
    "article.date",
    "outbrain-date",
    "mediator_published_time",
    "timestamp",
    "time",
    "datetime",
    "page_date",
    "content_date",
    "contentdate",
    "post_date",
    "newsdate",
    "date.issued",
    "dateissued",
  ],
  modified: [
    "article:modified_time",
    "og:article:modified_time",
    "article:modified",
    "og:modified_time",
    "og:updated_time",
    "article:updated_time",
    "article:updated",
    "datemodified",
    "date_modified",
    "date.modified",
    "dcterms.modified",
    "dc.date.modified",
    "dc:date.modified",
    "dc.modified",
    "lastmodified",
    "last-modified",
    "last_modified",
    "last-updated",
    "last_updated",
    "lastupdated",
    "lastmod",
    "bt:moddate",
    "modified",
    "modified_time",
    "modificationdate",
    "moddate",
    "updated_time",
    "updated",
    "utime",
    "revised",
    "shareaholic:article_modified_time",
    "cxenseparse:recs:modifiedtime",
  ],
  title: [
    "og:title",
    "citation_title",
    "sailthru.title",
    "parsely-title",
    "dc.title",
    "dcterms.title",
    "headline",
    "twitter:title",
    "title",
  ],
  description: ["og:description", "description", "dc.description", "twitter:description"],
  author: [
    "author",
    "article:author",
    "article:author_name",
    "article:author:name",
    "sailthru.author",
    "parsely-author",
    "dc.creator",
    "dcterms.creator",
    "dc.contributor",
    "citation_author",
    "cxenseparse:author",
    "byl",
    "byline",
  ],
  outlet: [
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_journal_title",
    "publisher",
    "cxenseparse:site_name",
    "apple-mobile-web-app-title",
    "al:android:app_name",
  ],
  source: ["article:source", "source", "news_source", "dc.source", "syndication-source-name"],
  url: ["og:url", "twitter:url", "parsely-link", "vr:canonical", "syndication-source"],
  language: ["language", "dc.language", "dcterms.language", "content-language", "inlanguage"],
} as const;

export type MetaField = keyof typeof NAMES;

const BY_NAME = new Map<string, { readonly field: string; readonly rank: number }>(
  Object.entries(NAMES).flatMap(([field, names]) =>
    names.map((name, rank) => [name, { field, rank }] as const),
  ),
);

/** Names of house systems, by what they have in common. */
const LIKE: readonly (readonly [MetaField, RegExp])[] = [
  ["published", /publ\w{0,8}[._:-]?(?:date|time|at|on)$|(?:date|time)[._:-]?publ\w{0,8}$/],
  [
    "modified",
    /(?:modif|updat)\w{0,8}[._:-]?(?:date|time|at|on)$|(?:date|time)[._:-]?(?:modif|updat)/,
  ],
  ["created", /(?:creat|upload)\w{0,8}(?:[._:-]?(?:date|time|at|on))?$/],
  ["dated", /[._:-](?:date|datetime)$/],
];
const NO_DATE = /expir|event|start|end|video|image|birth/;
const RANK_LIKE = 1000;

function knownField(key: string): { readonly field: string; readonly rank: number } | undefined {
  const known = BY_NAME.get(key);
  if (known !== undefined || key.length > 60 || NO_DATE.test(key)) return known;
  const like = LIKE.find(([, regex]) => regex.test(key));
  return like && { field: like[0], rank: RANK_LIKE };
}

/** The tags that state something, the most trusted first. */
export function tagsOf(metas: readonly MetaTag[], field: MetaField): readonly MetaTag[] {
  const known = sorted.get(metas) ?? sortTags(metas);
  sorted.set(metas, known);
  return known.get(field) ?? [];
}

const sorted = new WeakMap<readonly MetaTag[], ReadonlyMap<string, readonly MetaTag[]>>();

function sortTags(metas: readonly MetaTag[]): ReadonlyMap<string, readonly MetaTag[]> {
  const ranked = metas.flatMap((tag) => {
    const known = knownField(tag.key);
    return known === undefined ? [] : [{ tag, ...known }];
  });
  ranked.sort((a, b) => a.rank - b.rank);
  const byField = Map.groupBy(ranked, ({ field }) => field);
  return new Map([...byField].map(([field, tags]) => [field, tags.map(({ tag }) => tag)]));
}

/** The start tag of an element with its attributes, on one line. */
export function startTag({ name, attribs }: Element): string {
  const attributes = Object.entries(attribs).map(
    ([key, value]) => ` ${key}="${value.replaceAll('"', "&quot;").replace(/\s+/g, " ")}"`,
  );
  return `<${name}${attributes.join("")}>`;
}
