/** What a page says of its publisher to the outlet's name. */
import { hostOf } from "../../canonical-url.js";
import { isDomain } from "../../line-shape.js";
import { FIRMS, NO_OUTLETS } from "./byline-words.js";
import type { LinkedArticle } from "./json-ld.js";
import { startTag, tagsOf } from "./meta-tags.js";
import type { PageFacts } from "./page-facts.js";
import { oneLine } from "./page-title.js";

export interface PageOutlet {
  readonly name: string | null;
  readonly quote: string | null;
  /** Every name of the site: titles end in them, and they are no author's. */
  readonly siteNames: readonly string[];
}

export function pageOutlet(
  facts: PageFacts,
  linked: LinkedArticle | null,
  url: string | null,
): PageOutlet {
  const publisher = linked?.publisher ?? null;
  const stated = [
    ...(publisher === null
      ? []
      : [{ name: publisher, quote: linked?.quote("name", publisher) ?? null }]),
    ...tagsOf(facts.metas, "outlet").map(({ content, element }) => ({
      name: content,
      quote: startTag(element),
    })),
  ].map(({ name, quote }) => ({
    name: withoutMotto(oneLine(name).replace(/^@/, ""), facts.title ?? ""),
    quote,
  }));
  const known = stated.filter(({ name }) => isOutlet(name));
  const host = hostOf(url);
  const best = known.find(({ name }) => !isDomain(name) && !FIRM.test(name)) ?? known[0];
  const bestName = best?.name.replace(FIRM, "").replace(/^www\./i, "") ?? host;
  const site = host?.split(".").at(-2);
  return {
    name: bestName ?? null,
    quote: best?.quote ?? null,
    siteNames: [
      ...known.flatMap(({ name }) => [name, name.replace(FIRM, "")]),
      ...(host === null ? [] : [host]),
      ...(site ? [site] : []),
    ],
  };
}

/** `The Gazette | All the news`: what follows a bar or a dash is no name, unless the page's title goes before it. */
function withoutMotto(name: string, title: string): string {
  const parts = name.split(/\s+[|·•–—-]\s+/u);
  const first = (title.startsWith(name) ? parts.at(-1) : parts[0]) ?? "";
  return parts.length > 1 && first.length > 2 && !NO_OUTLET.test(first) ? first : name;
}

const MAX_OUTLET = 60;
const NO_OUTLET = new RegExp(`^(?:${NO_OUTLETS})$`, "iu");
const FIRM = new RegExp(`,?\\s+(?:&\\sCo\\.?\\s)?(?:${FIRMS})\\.?$`, "iu");

function isOutlet(name: string): boolean {
  return name !== "" && name.length <= MAX_OUTLET && !NO_OUTLET.test(name) && /\p{L}/u.test(name);
}
