/** An XML feed (RSS 0.9x, RSS 1.0, RSS 2.0, Atom of RFC 4287 and 0.3) to its entries. */
import type { Content, Feed, FeedEntry, Stamped } from "./feed-entry.js";
import type { XmlElement, XmlShape } from "./parse-xml.js";

const LEAVES =
  "title link guid pubDate dc:title dc:creator dc:date dc:language atom:title atom:id atom:updated atom:published atom:modified atom:issued".split(
    " ",
  );
const LONG =
  "description content:encoded author category comments enclosure source atom:content atom:summary atom:link atom:author atom:category".split(
    " ",
  );

export const FEED_SHAPE: XmlShape = {
  records: new Set(["item", "atom:entry", "entry"]),
  leaves: new Set(LEAVES),
  fields: new Set([...LEAVES, ...LONG]),
};

export function readXmlFeed(root: XmlElement): Feed {
  const channel = child(root, "channel") ?? root;
  const records = [...root.children, ...(channel === root ? [] : channel.children)];
  return {
    title: asText(child(channel, "title")),
    link: linkOf(channel),
    language: asText(child(channel, "language", "dc:language")) ?? langOf(channel) ?? langOf(root),
    entries: records
      .filter(({ name }) => FEED_SHAPE.records.has(name))
      .map((record) => readEntry(record, baseOf(channel) ?? baseOf(root))),
  };
}

function readEntry(entry: XmlElement, base: string | null): FeedEntry {
  const content = child(entry, "content:encoded") ?? child(entry, "content", "xhtml:body", "body");
  const published = stamp(entry, "published", "issued", "pubDate", "dc:date", "dcterms:created");
  const modified = stamp(entry, "updated", "modified", "dcterms:modified");
  return {
    title: contentOf(child(entry, "title", "dc:title")),
    content: contentOf(content),
    summary: contentOf(child(entry, "summary", "description", "dc:description")),
    authors: authorsOf(entry),
    link: linkOf(entry),
    base: baseOf(content) ?? baseOf(entry) ?? base,
    source: sourceOf(entry),
    published: published ?? modified,
    modified: published === null ? null : modified,
    language: asText(child(entry, "dc:language")) ?? langOf(entry) ?? langOf(content),
  };
}

/** The first child that has words, or attributes, of the first of the names that has one. */
function child(parent: XmlElement, ...names: readonly string[]): XmlElement | null {
  for (const name of names) {
    const found = children(parent, name).find(({ inner }) => inner.trim() !== "");
    if (found !== undefined) return found;
  }
  return null;
}

/** Those of Atom bear its prefix or, where the feed forgot to name the namespace, none. */
function children(parent: XmlElement, name: string): readonly XmlElement[] {
  return parent.children.filter((element) => {
    if (element.name === name) return true;
    // What stands in a channel of RSS under the name of Atom speaks of the feed's own address.
    return element.name === `atom:${name}` && parent.name.startsWith("atom:");
  });
}

function contentOf(element: XmlElement | null): Content | null {
  if (element === null || element.attributes.src !== undefined) return null;
  const { attributes, text, inner } = element;
  const type = attributes.type ?? "";
  if (type.startsWith("xhtml") || attributes.mode === "xml" || hasMarkup(element)) {
    return { kind: "html", value: inner.replace(/(<\/?)[a-z]{1,10}:(?=[a-z])/gi, "$1") };
  }
  if (attributes.mode === "base64") return null;
  const isText = element.name.startsWith("atom:") && (type === "" || type.startsWith("text"));
  const isPlain = isText && type !== "text/html" && attributes.mode !== "escaped";
  return { kind: isPlain ? "text" : "html", value: text };
}

/** Tags that someone forgot to escape. */
function hasMarkup({ children, text }: XmlElement): boolean {
  return children.length > 0 && !/<[a-z]/i.test(text);
}

function asText(element: XmlElement | null): string | null {
  const text = element?.text.replace(/\s+/g, " ").trim();
  return text ? text : null;
}

function stamp(entry: XmlElement, ...names: readonly string[]): Stamped | null {
  const element = child(entry, ...names);
  const value = asText(element);
  return element === null || value === null
    ? null
    : { name: element.name.replace(/^atom:/, ""), value };
}

function authorsOf(entry: XmlElement): string[] {
  const creators = [...children(entry, "dc:creator"), ...children(entry, "itunes:author")];
  const authors = children(entry, "author").map((author) => child(author, "name") ?? author);
  const named = authors.length > 0 && entry.name.startsWith("atom:") ? authors : creators;
  return (named.length > 0 ? named : authors).flatMap((author) => asText(author) ?? []);
}

/** The permanent address: a link of Atom by its relation, that of RSS, or its guid. */
function linkOf(element: XmlElement): string | null {
  const links = element.children.filter(({ name }) => name === "link" || name === "atom:link");
  const alternate = links.find(
    ({ attributes: { href, rel } }) => href !== undefined && (rel ?? "alternate") === "alternate",
  );
  const own = links.map(asText).find((text) => text !== null);
  const guid = child(element, "guid");
  const permanent = guid?.attributes.isPermaLink !== "false" ? asText(guid) : null;
  const about = element.attributes["rdf:about"];
  const stated = [own, alternate?.attributes.href, permanent, about];
  return stated.find((link) => link !== null && link !== undefined && link.trim() !== "") ?? null;
}

function sourceOf(entry: XmlElement): string | null {
  const source = child(entry, "source");
  return source && (asText(child(source, "title")) ?? asText(source));
}

function baseOf(element: XmlElement | null): string | null {
  return element?.attributes["xml:base"] ?? null;
}

function langOf(element: XmlElement | null): string | null {
  return element?.attributes["xml:lang"] ?? null;
}
