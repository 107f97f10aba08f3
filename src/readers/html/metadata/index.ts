/** A page's tree to what it states about its article, each statement with the words that make it. */
import type { Document } from "domhandler";
import type { StatedDate } from "../../draft.js";
import type { Block } from "../blocks.js";
import { readLinkedData } from "./json-ld.js";
import { findFacts } from "./page-facts.js";

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
  /** BCP 47 primary tag that the page states. */
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
  const linked = readLinkedData(facts.linkedData, { url: source.url, title: facts.title });
  void blocks;
  return {
    title: linked?.headline ?? facts.title,
    standfirst: null,
    byline: linked?.authors.join(", ") || null,
    outlet: linked?.publisher ?? null,
    agency: null,
    carriers: [],
    url: source.url,
    language: facts.lang?.toLowerCase().split("-")[0] ?? null,
    published: null,
    modified: null,
    snippets: [],
  };
}
