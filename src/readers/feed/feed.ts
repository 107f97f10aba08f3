/** A feed (RSS 0.9x, 1.0, 2.0, Atom, JSON Feed) to an article per item, broken XML included. */
import type { Diagnostic } from "../../model/diagnostic.js";
import { readItems } from "../item.js";
import { MAX_FILE_BYTES } from "../limits.js";
import { type Head, type RawFile, type Reader, type ReadResult, refuse } from "../reader.js";
import { parseJson } from "../records/parse-json.js";
import { decodeXml } from "./decode-xml.js";
import { entryItem } from "./entry-item.js";
import type { Feed } from "./feed-entry.js";
import { parseXml, type XmlFault } from "./parse-xml.js";
import { readJsonFeed } from "./read-json-feed.js";
import { FEED_SHAPE, readXmlFeed } from "./read-xml-feed.js";

export const feed: Reader = {
  name: "feed",
  format: "a feed",
  extensions: [".rss", ".atom", ".rdf", ".xml"],
  maxBytes: MAX_FILE_BYTES,
  recognises: ({ text }: Head) => isXmlFeed(text) || isJsonFeed(text),
  read: readFeed,
};

function isXmlFeed(text: string): boolean {
  const start = text.slice(endOfPrologue(text));
  const root = /^<(?:[\w-]{1,20}:)?(rss|feed|RDF)[\s>]/.exec(start)?.[1];
  if (root === "rss") return true;
  if (root === "feed") return /www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#/i.test(start);
  return root === "RDF" && /purl\.org\/rss\/1\.0|netscape\.com\/rdf\/simple\/0\.9/.test(start);
}

/** Declaration, instructions, comments and a document type may stand before the root. */
function endOfPrologue(text: string): number {
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    const close = PROLOGUE.find(([open]) => text.startsWith(open, at))?.[1];
    if (close === undefined) return at;
    const end = text.indexOf(close, at);
    const subset = text.indexOf("[", at);
    // The entities of a document type stand in brackets, and hold what looks like its end.
    const isSubset = close === ">" && subset !== -1 && subset < end;
    const last = isSubset ? text.indexOf("]>", subset) + 1 : end;
    if (last <= at) return at;
    at = last + (isSubset ? 1 : close.length);
  }
}

const PROLOGUE = [
  ["<?", "?>"],
  ["<!--", "-->"],
  ["<!", ">"],
] as const;

function isJsonFeed(text: string): boolean {
  return /^\{[\s\S]*"version"\s*:\s*"https?:(?:\\?\/){2}(?:www\.)?jsonfeed\.org(?:\\?\/)version/.test(
    text,
  );
}

function readFeed(source: RawFile): ReadResult {
  const { file, bytes } = source;
  const { text, diagnostics } = decodeXml(bytes, file);
  if (text === null) return { articles: [], diagnostics };
  const found = /^\s*\{/.test(text.slice(0, 1000)) ? jsonFeed(text, file) : xmlFeed(text, file);
  if (found.feed === null)
    return { articles: [], diagnostics: [...diagnostics, ...found.diagnostics] };
  const { feed: read } = found;
  const items = read.entries.map((entry) => entryItem(entry, read, source.url ?? null));
  // The address that the feed was fetched from is that of none of its articles.
  const result = readItems(items, { ...source, url: null });
  const all = [...diagnostics, ...found.diagnostics, ...result.diagnostics];
  return { articles: result.articles, diagnostics: all };
}

interface Found {
  readonly feed: Feed | null;
  readonly diagnostics: readonly Diagnostic[];
}

function xmlFeed(text: string, file: string): Found {
  const { root, fault } = parseXml(text, FEED_SHAPE);
  const broken = fault === null ? [] : [feedBroken(file, fault)];
  return found(root === null ? null : readXmlFeed(root), broken, file);
}

function jsonFeed(text: string, file: string): Found {
  const { value, diagnostics } = parseJson(text, file);
  return found(diagnostics.length > 0 ? null : readJsonFeed(value), diagnostics, file);
}

function found(read: Feed | null, diagnostics: readonly Diagnostic[], file: string): Found {
  if (read !== null && read.entries.length > 0) return { feed: read, diagnostics };
  const said = diagnostics.length > 0 ? diagnostics : refuse(noItems(file)).diagnostics;
  return { feed: null, diagnostics: said };
}

function feedBroken(file: string, { line, message }: XmlFault): Diagnostic {
  return {
    code: "feed-broken",
    severity: "warning",
    message: `is no well-formed XML: ${message}; its items were read as far as they can be told`,
    place: { file, line },
    hint: "compare the items around this line with the site; fetch the feed again",
  };
}

function noItems(file: string): Diagnostic {
  return {
    code: "empty-feed",
    severity: "warning",
    message: "holds no items of a feed",
    place: { file },
    hint: "look whether the site has another feed, or save the articles themselves",
  };
}
