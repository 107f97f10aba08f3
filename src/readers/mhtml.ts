/** A page saved as MHTML (RFC 2557) to the article of the HTML in it. */
import type { Diagnostic } from "../model/diagnostic.js";
import { canonicalUrl } from "./canonical-url.js";
import { MAX_ARCHIVE_DEPTH, MAX_FILE_BYTES } from "./limits.js";
import { decodeBody, type MimePart, parameterOf, readPart, splitParts } from "./mail/mime-part.js";
import {
  containerOf,
  type Head,
  type RawFile,
  type ReadContext,
  type Reader,
  type ReadResult,
  refuse,
} from "./reader.js";

export const mhtml: Reader = {
  name: "mhtml",
  format: "MHTML",
  extensions: [".mhtml", ".mht"],
  maxBytes: MAX_FILE_BYTES,
  recognises,
  read: readMhtml,
};

/** A mail with pictures in it is of the same type, but has been sent. */
function recognises({ text }: Head): boolean {
  const headers = text.split(/\r?\n\r?\n/, 1)[0] ?? "";
  if (!/^MIME-Version:/im.test(headers) || !/multipart\/related/i.test(headers)) return false;
  return (
    /^Snapshot-Content-Location:/im.test(headers) ||
    !/^(?:Message-ID|Received|To|Delivered-To):/im.test(headers)
  );
}

async function readMhtml(source: RawFile, context: ReadContext): Promise<ReadResult> {
  const whole = readPart(source.bytes);
  const page = context.depth >= MAX_ARCHIVE_DEPTH ? null : findPage(whole);
  if (page === null) return refuse(noPage(source.file));
  const url = addressOf(whole, page) ?? source.url ?? null;
  const bytes = inUtf8(decodeBody(page), parameterOf(page.headers.get("content-type"), "charset"));
  return context.readInside({ ...source, bytes, url, container: containerOf(source) });
}

/** The first part that is a page: frames and advertisements in it come behind. */
function findPage(whole: MimePart): MimePart | null {
  const type = whole.headers.get("content-type");
  if (isPage(whole)) return whole;
  const boundary = parameterOf(type, "boundary");
  if (boundary === null) return null;
  for (const bytes of splitParts(whole.body, boundary)) {
    const part = readPart(bytes);
    if (isPage(part)) return part;
    const inner = parameterOf(part.headers.get("content-type"), "boundary");
    // Some programs put the page and its plain text into a part of their own.
    const page =
      inner === null ? undefined : splitParts(part.body, inner).map(readPart).find(isPage);
    if (page !== undefined) return page;
  }
  return null;
}

function isPage({ headers, body }: MimePart): boolean {
  return (
    /^(?:text\/html|application\/xhtml\+xml)\b/i.test(headers.get("content-type") ?? "") &&
    body.length > 0
  );
}

function addressOf(whole: MimePart, page: MimePart): string | null {
  const stated = [
    page.headers.get("content-location"),
    whole.headers.get("snapshot-content-location"),
    whole.headers.get("content-location"),
  ];
  return stated.map((address) => canonicalUrl(address ?? "")).find((url) => url !== null) ?? null;
}

/** The encoding that the part's headers name goes before what the page says of itself. */
function inUtf8(bytes: Uint8Array, charset: string | null): Uint8Array {
  if (charset === null) return bytes;
  try {
    return Buffer.from(`\ufeff${new TextDecoder(charset, { fatal: true }).decode(bytes)}`);
  } catch {
    return bytes;
  }
}

function noPage(file: string): Diagnostic {
  return {
    code: "mhtml-no-page",
    severity: "warning",
    message: "holds no saved page",
    place: { file },
    hint: "open it in a browser and save the page again",
  };
}
