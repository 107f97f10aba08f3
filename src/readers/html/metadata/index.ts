/** A page's tree to what it states about its article, each statement with the words that make it. */
import type { Document } from "domhandler";
import type { StatedDate } from "../../draft.js";
import type { Block } from "../blocks.js";
import { dateHabits } from "./date-habits.js";
import { readLinkedData } from "./json-ld.js";
import { mainHeading } from "./main-heading.js";
import { pageByline } from "./page-byline.js";
import { readDates } from "./page-dates.js";
import { findFacts } from "./page-facts.js";
import { pageLanguage } from "./page-language.js";
import { pageOutlet } from "./page-outlet.js";
import { pageStandfirst } from "./page-standfirst.js";
import { pageTitle, statedTitles, titleQuote } from "./page-title.js";
import { linkedUrl, pageUrl } from "./page-url.js";

export interface PageMetadata {
  readonly title: string | null;
  /** The second headline below the title, where the page marks it as one. */
  readonly standfirst: string | null;
  /** Names alone, several parted by commas. */
  readonly byline: string | null;
  readonly outlet: string | null;
  readonly agency: string | null;
  /** Whom the copy passed between agency and outlet. */
  readonly carriers: readonly string[];
  /** The canonical address. */
  readonly url: string | null;
  /** BCP 47 primary tag: what the page states, unless its text is plainly in another language. */
  readonly language: string | null;
  readonly published: StatedDate | null;
  readonly modified: StatedDate | null;
  /** The page's words that state these, where they are not among its blocks. */
  readonly snippets: readonly string[];
}

/** @param blocks the page's visible text; its elements stand in `document` */
export function readMetadata(
  document: Document,
  blocks: readonly Block[],
  source: { readonly url: string | null },
): PageMetadata {
  const facts = findFacts(document);
  const address = pageUrl(facts, source.url);
  const linked = readLinkedData(facts.linkedData, { url: address.url, title: facts.title });
  const { url, quote: urlQuote } = address.url === null ? linkedUrl(linked, source.url) : address;
  const outlet = pageOutlet(facts, linked, url);
  const titles = statedTitles(facts, linked, outlet.siteNames);
  const heading = mainHeading(facts, titles);
  const language = pageLanguage(facts, linked, blocks);
  const title = pageTitle(heading, titles);
  const credits = pageByline({ facts, linked, blocks, heading, language }, outlet.siteNames);
  const dates = readDates({
    facts,
    linked,
    blocks,
    heading,
    urls: [url, source.url].filter((known) => known !== null),
    habits: dateHabits(language, facts.lang, url),
  });
  const quotes = [
    titleQuote(title, facts, linked),
    outlet.quote,
    urlQuote,
    ...credits.quotes,
    dates.published?.quote,
    dates.modified?.quote,
  ];
  return {
    title,
    standfirst: pageStandfirst(facts, heading, title),
    byline: credits.byline,
    outlet: outlet.name,
    agency: credits.agency,
    carriers: credits.carriers,
    url,
    language,
    ...dates,
    snippets: unseen(quotes, blocks),
  };
}

/** Snippets bear a line each, and what the page shows needs none. */
function unseen(
  quotes: readonly (string | null | undefined)[],
  blocks: readonly Block[],
): string[] {
  const snippets = new Set<string>();
  for (const quote of quotes) {
    if (quote && !blocks.some(({ text }) => text.includes(quote))) snippets.add(quote);
  }
  return [...snippets];
}
