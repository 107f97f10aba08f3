/** A record of an export (JSON, JSONL, CSV, front matter) to an item, or to why it is none. */
import type { FieldNames } from "../../model/settings.js";
import { canonicalUrl, hostOf } from "../canonical-url.js";
import type { StatedDate } from "../draft.js";
import type { Item, NoItem, Note } from "../item.js";
import { bodyOf, lineOf } from "../markup-or-text.js";
import { readWrittenByline } from "../written-byline.js";
import { readWrittenDate } from "../written-date.js";
import { type FoundField, findField, isRecord, type RecordOfFields } from "./find-field.js";

/** @param line of the file that the record begins on, where it is known */
export function recordItem(
  format: string,
  value: unknown,
  fields: FieldNames,
  line?: number,
): Item | NoItem {
  const place = line === undefined ? {} : { line };
  if (!isRecord(value)) return { missing: { ...noRecord(), ...place } };
  const record = isRecord(value._source) ? value._source : value;
  const body = findField(record, "body", fields);
  const summary = body === null ? findField(record, "summary", fields) : null;
  const text = body ?? summary;
  if (text === null) return { missing: { ...withoutBody(record), ...place } };
  const isShort = summary !== null || CUT_OFF.test(text.text.slice(-40));
  const metadata = readRecordMetadata(record, fields);
  const notes = isShort ? [{ ...summaryOnly(metadata.url ?? null), ...place }] : [];
  return { format, body: bodyOf(text.text), ...metadata, notes };
}

/** What some services write where they stop giving away an article's text. */
const CUT_OFF = /\[\+\d{1,7} chars\]\s*$/;

/** What a record states of its article, with the fields that state it as lines. */
export function readRecordMetadata(
  record: RecordOfFields,
  fields: FieldNames,
): Omit<Item, "format" | "body"> {
  const find = (name: Parameters<typeof findField>[1]) => findField(record, name, fields);
  const title = record.titleDerived === true ? null : find("title");
  const [byline, outlet, agency] = [find("byline"), find("outlet"), find("agency")];
  const [published, modified, url] = [find("published"), find("modified"), find("url")];
  const [language, standfirst] = [find("language"), find("standfirst")];
  const names = readWrittenByline(byline === null ? [] : [byline.text]);
  const stated = lineOf(language?.text ?? null);
  const found = [title, byline, outlet, agency, published, modified, url];
  return {
    head: [...new Set(found.flatMap((field) => (field === null ? [] : [lineOfField(field)])))],
    title: lineOf(title?.text ?? null),
    standfirst: lineOf(standfirst?.text ?? null),
    byline: names.byline,
    outlet: outletOf(outlet),
    agency: lineOf(agency?.text ?? null) ?? names.agency,
    url: url && canonicalUrl(url.text),
    language: stated,
    published: dateOf(published, stated),
    modified: dateOf(modified, stated),
  };
}

function outletOf(field: FoundField | null): string | null {
  const line = lineOf(field?.text ?? null);
  return line !== null && /^https?:/.test(line) ? hostOf(line) : line;
}

/** Longer values are no metadata. */
const MAX_VALUE = 500;

function lineOfField({ name, text }: FoundField): string {
  return `${name}: ${text.slice(0, MAX_VALUE).replace(/\s+/gu, " ").trim()}`;
}

function dateOf(field: FoundField | null, language: string | null): StatedDate | null {
  if (field === null) return null;
  return readWrittenDate(field.text, lineOfField(field), language ?? undefined);
}

function summaryOnly(url: string | null): Note {
  return {
    code: "summary-only",
    severity: "info",
    message: "is a summary: the record does not hold the article's full text",
    hint: url === null ? "add the article itself" : `add the article itself: ${url}`,
  };
}

function noRecord(): Note {
  return {
    code: "record-without-body",
    severity: "warning",
    message: "is no record with named fields",
    hint: 'export each article as an object, such as { "title": …, "body": … }',
  };
}

/** Names that a person reads through. */
const MAX_NAMES = 12;

/** @param lacks what the record lacks, in words */
export function withoutBody(
  record: RecordOfFields,
  lacks = "no field holds the article's text",
): Note {
  const names = Object.keys(record);
  const shown = names.slice(0, MAX_NAMES).map((name) => name.slice(0, 40));
  const more = names.length > MAX_NAMES ? `, and ${names.length - MAX_NAMES} more` : "";
  return {
    code: "record-without-body",
    severity: "warning",
    message: `${lacks}; there are: ${shown.join(", ") || "none"}${more}`,
    hint: "name the field in briefwright.yaml: fields: { body: [its name] }",
  };
}
