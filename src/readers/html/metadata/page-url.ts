/** What a page states of its own address to its canonical one (RFC 6596), never that of a front page. */
import { canonicalUrl } from "../../canonical-url.js";
import type { LinkedArticle } from "./json-ld.js";
import { startTag, tagsOf } from "./meta-tags.js";
import type { PageFacts } from "./page-facts.js";

export interface PageUrl {
  readonly url: string | null;
  readonly quote: string | null;
}

export function pageUrl(facts: PageFacts, source: string | null): PageUrl {
  const links = facts.links.filter(({ attribs }) => /\bcanonical\b/i.test(attribs.rel ?? ""));
  const stated = [
    ...links.map((link) => ({ address: link.attribs.href ?? "", quote: startTag(link) })),
    ...tagsOf(facts.metas, "url").map(({ content, element }) => ({
      address: content,
      quote: startTag(element),
    })),
  ];
  for (const { address, quote } of stated) {
    const url = canonicalUrl(address, source);
    if (url !== null && !isFrontPage(url)) return { url, quote };
  }
  return { url: source === null ? null : canonicalUrl(source), quote: null };
}

/** Where metadata state no address, that of the linked data. */
export function linkedUrl(linked: LinkedArticle | null, source: string | null): PageUrl {
  const address = linked?.url ?? null;
  const url = address === null ? null : canonicalUrl(address, source);
  if (url === null || address === null || isFrontPage(url)) return { url: null, quote: null };
  return { url, quote: address };
}

function isFrontPage(url: string): boolean {
  const { pathname = "/", search = "" } = URL.parse(url) ?? {};
  return search === "" && /^\/(?:index\.\w{3,5}|home|[a-z]{2})?\/?$/i.test(pathname);
}
