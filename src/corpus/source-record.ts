/** The record beside a file of the corpus, `page.html.source.json`: where the file was fetched from. */
import { type Host, HostError } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";
import { SOURCE_SUFFIX, type SourceRecord, SourceRecordSchema } from "../model/source-record.js";

/** The file that a record stands beside; null where the name is none of a record. */
export function fileOfRecord(name: string): string | null {
  return name.endsWith(SOURCE_SUFFIX) ? name.slice(0, -SOURCE_SUFFIX.length) : null;
}

/** @param path of the record, for the host */
export async function readSourceRecord(host: Host, path: string): Promise<SourceRecord | null> {
  try {
    const text = new TextDecoder().decode(await host.readFile(path));
    return SourceRecordSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof HostError || error instanceof SyntaxError) return null;
    throw error;
  }
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
