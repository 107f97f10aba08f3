/** A JSON Feed (jsonfeed.org, versions 1 and 1.1) to its entries. */
import type { Content, Feed, FeedEntry, Stamped } from "./feed-entry.js";

type Json = Readonly<Record<string, unknown>>;

/** @returns null where the value is no object with a list of items */
export function readJsonFeed(value: unknown): Feed | null {
  if (!isObject(value) || !Array.isArray(value.items)) return null;
  return {
    title: stringOf(value, "title"),
    link: stringOf(value, "home_page_url"),
    language: stringOf(value, "language"),
    entries: value.items.map((item) => readEntry(isObject(item) ? item : {})),
  };
}

function readEntry(item: Json): FeedEntry {
  return {
    title: content("text", stringOf(item, "title")),
    content:
      content("html", stringOf(item, "content_html")) ??
      content("text", stringOf(item, "content_text")),
    summary: content("text", stringOf(item, "summary")),
    authors: authorsOf(item),
    link: stringOf(item, "url") ?? stringOf(item, "external_url") ?? stringOf(item, "id"),
    base: null,
    source: null,
    published: stamp(item, "date_published") ?? stamp(item, "date_modified"),
    modified: stamp(item, "date_published") === null ? null : stamp(item, "date_modified"),
    language: stringOf(item, "language"),
  };
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function stringOf(object: Json, name: string): string | null {
  const value = object[name];
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function content(kind: Content["kind"], value: string | null): Content | null {
  return value === null ? null : { kind, value };
}

function stamp(item: Json, name: string): Stamped | null {
  const value = stringOf(item, name);
  return value === null ? null : { name, value };
}

function authorsOf({ authors, author }: Json): string[] {
  const all: unknown[] = Array.isArray(authors) ? authors : [author];
  return all.filter(isObject).flatMap((one) => stringOf(one, "name") ?? []);
}
