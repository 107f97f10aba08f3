/** A JSON Feed (jsonfeed.org, versions 1 and 1.1) to its entries. */
import { isRecord, type RecordOfFields } from "../records/find-field.js";
import type { Content, Feed, FeedEntry, Stamped } from "./feed-entry.js";

/** @returns null where the value is no object with a list of items */
export function readJsonFeed(value: unknown): Feed | null {
  if (!isRecord(value) || !Array.isArray(value.items)) return null;
  return {
    title: stringOf(value, "title"),
    link: stringOf(value, "home_page_url"),
    language: stringOf(value, "language"),
    entries: value.items.map((item) => readEntry(isRecord(item) ? item : {})),
  };
}

function readEntry(item: RecordOfFields): FeedEntry {
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

function stringOf(object: RecordOfFields, name: string): string | null {
  const value = object[name];
  return typeof value === "string" && value.trim() !== "" ? value : null;
}

function content(kind: Content["kind"], value: string | null): Content | null {
  return value === null ? null : { kind, value };
}

function stamp(item: RecordOfFields, name: string): Stamped | null {
  const value = stringOf(item, name);
  return value === null ? null : { name, value };
}

function authorsOf({ authors, author }: RecordOfFields): string[] {
  const all: unknown[] = Array.isArray(authors) ? authors : [author];
  return all.filter(isRecord).flatMap((one) => stringOf(one, "name") ?? []);
}
