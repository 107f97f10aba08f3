/** The record beside a file of the corpus, `page.html.source.json`: where the file was fetched from. */
import { type Host, HostError } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import {
  articleUrlOf,
  SOURCE_SUFFIX,
  type SourceRecord,
  SourceRecordSchema,
} from "../model/source-record.js";
import { canonicalUrl } from "../readers/index.js";

/** The file that a record stands beside; null where the name is none of a record. */
export function fileOfRecord(name: string): string | null {
  return name.endsWith(SOURCE_SUFFIX) ? name.slice(0, -SOURCE_SUFFIX.length) : null;
}

/** @param path of the record, for the host */
export async function readSourceRecord(host: Host, path: string): Promise<SourceRecord | null> {
  try {
    return parseSourceRecord(await host.readFile(path));
  } catch (error) {
    if (error instanceof HostError) return null;
    throw error;
  }
}

export function parseSourceRecord(bytes: Uint8Array): SourceRecord | null {
  try {
    return SourceRecordSchema.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** All that the article of a record may be named by when it comes again. */
export function keysOfRecord(source: SourceRecord): readonly string[] {
  const own = source.item === undefined ? [source.url, source.finalUrl] : [source.item.key];
  return [...new Set([...own, articleUrlOf(source)].flatMap(comparableKeys))];
}

/** An address counts with and without what only counts its visitors. */
export function comparableKeys(key: string | null | undefined): string[] {
  return key ? [key, canonicalUrl(key) ?? key] : [];
}

export function strayRecord(file: string): Diagnostic {
  return {
    code: "record-without-file",
    severity: "warning",
    message: "says where a file came from that is not there",
    place: { file },
    hint: "put the file back beside it, or remove it",
  };
}

export function brokenRecord(file: string): Diagnostic {
  return {
    code: "record-unreadable",
    severity: "warning",
    message: "does not say where its file came from",
    place: { file },
    hint: 'write {"url": "https://example.org/page"} into it, or remove it',
  };
}
