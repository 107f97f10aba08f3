/** The bytes of a mail (RFC 5322, MIME) to its headers, its body in both kinds, and what is attached. */
import { addressParser, decodeWords } from "postal-mime";
import type { Diagnostic } from "../../model/diagnostic.js";
import { decodeText } from "../decode.js";
import { decodeBody, type MimePart, parameterOf, readPart, splitParts } from "./mime-part.js";

export interface Attachment {
  /** As the sender wrote it: hostile. Null where there is none. */
  readonly name: string | null;
  /** In lower case. */
  readonly type: string;
  /** A picture that the body shows. */
  readonly isInline: boolean;
  readonly bytes: Uint8Array;
}

export interface ParsedMail {
  readonly subject: string | null;
  readonly from: { readonly name: string | null; readonly address: string | null };
  readonly date: string | null;
  /** What the list calls itself (RFC 2919). */
  readonly list: string | null;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  readonly diagnostics: readonly Diagnostic[];
}

const MAX_DEPTH = 20;
const MAX_PARTS = 2000;

export function parseMail(bytes: Uint8Array, file: string): ParsedMail {
  const whole = readPart(bytes);
  const bodies = new Bodies(file);
  bodies.visit(whole, 0);
  const header = (name: string) => decodeHeader(whole.headers.get(name));
  return {
    subject: header("subject"),
    from: senderOf(whole.headers.get("from")),
    date: header("date"),
    list:
      header("list-id")
        ?.replace(/<[^<>]*>/g, "")
        .replaceAll('"', "")
        .trim() || null,
    html: bodies.html.join("\n"),
    text: bodies.text.join("\n\n"),
    attachments: bodies.attachments,
    diagnostics: bodies.diagnostics,
  };
}

/** Words of headers are ASCII with encoded words (RFC 2047), or bytes that someone left as they were. */
function decodeHeader(header: string | undefined): string | null {
  if (header === undefined) return null;
  const { text } = decodeText(Buffer.from(header.slice(0, 4000), "latin1"), "");
  const words = decodeWords(text ?? header)
    .replace(/\s+/gu, " ")
    .trim();
  return words === "" ? null : words;
}

function senderOf(header: string | undefined): ParsedMail["from"] {
  const text =
    header === undefined ? null : decodeText(Buffer.from(header.slice(0, 2000), "latin1"), "").text;
  const [first] = addressParser(text ?? "", { flatten: true });
  return {
    name: first?.name?.trim() || null,
    address: first?.address?.trim().toLowerCase() || null,
  };
}

/** Takes the parts of a mail in, one after the other. */
class Bodies {
  readonly html: string[] = [];
  readonly text: string[] = [];
  readonly attachments: Attachment[] = [];
  readonly diagnostics: Diagnostic[] = [];
  private parts = 0;

  constructor(private readonly file: string) {}

  visit(part: MimePart, depth: number): void {
    this.parts += 1;
    if (depth > MAX_DEPTH || this.parts > MAX_PARTS) {
      if (this.diagnostics.every(({ code }) => code !== "mail-too-deep"))
        this.diagnostics.push(tooDeep(this.file));
      return;
    }
    const type = part.headers.get("content-type") ?? "text/plain";
    if (/^multipart\//i.test(type)) this.visitParts(part, depth);
    else if (isBody(part.headers)) this.takeBody(part, type);
    else this.attach(part, type);
  }

  private visitParts(part: MimePart, depth: number): void {
    const stated = parameterOf(part.headers.get("content-type"), "boundary");
    const inner = stated === null ? [] : splitParts(part.body, stated);
    if (inner.length > 0) {
      for (const bytes of inner) this.visit(readPart(bytes), depth + 1);
      return;
    }
    this.diagnostics.push(withoutBoundary(this.file));
    const guessed = guessBoundary(part.body);
    const guess = guessed === null ? [] : splitParts(part.body, guessed);
    for (const bytes of guess) this.visit(readPart(bytes), depth + 1);
    if (guess.length === 0) this.takeBody({ ...part, headers: new Map() }, "text/plain");
  }

  private takeBody(part: MimePart, type: string): void {
    const { text, diagnostics } = decodeAs(
      decodeBody(part),
      parameterOf(type, "charset"),
      this.file,
    );
    this.diagnostics.push(...diagnostics);
    if (text === null) return;
    const isHtml =
      /^text\/html/i.test(type) ||
      /^\s*<(?:!doctype|html|body|div|table|p)\b/i.test(text.slice(0, 500));
    if (isHtml) this.html.push(text);
    else this.text.push(/;\s*format\s*=\s*"?flowed/i.test(type) ? unflow(text) : text);
  }

  private attach(part: MimePart, type: string): void {
    const disposition = part.headers.get("content-disposition");
    const isPicture = /^image\//i.test(type);
    this.attachments.push({
      name: fileNameOf(disposition, "filename") ?? fileNameOf(type, "name"),
      type: (type.split(";", 1)[0] ?? "").trim().toLowerCase(),
      isInline: isPicture && (part.headers.has("content-id") || /^inline/i.test(disposition ?? "")),
      bytes: decodeBody(part),
    });
  }
}

function isBody(headers: MimePart["headers"]): boolean {
  const type = headers.get("content-type") ?? "text/plain";
  const isAttached = /^attachment/i.test(headers.get("content-disposition") ?? "");
  return !isAttached && /^text\/(?:plain|html)\b|^text\s*(?:;|$)/i.test(type);
}

/** The line that parts seem to be parted by: two hyphens, then a header. */
function guessBoundary(body: Buffer): string | null {
  const front = body.subarray(0, 64 * 1024).toString("latin1");
  return /^--(\S{1,200})\r?\nContent-/im.exec(front)?.[1] ?? null;
}

/** What is named US-ASCII and holds other bytes is in any other encoding. */
function decodeAs(bytes: Uint8Array, charset: string | null, file: string) {
  if (charset === null || /^(?:us-)?ascii$/i.test(charset)) return decodeText(bytes, file);
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    return decodeText(bytes, file);
  }
}

/** Lines that end in a space go on in the next (RFC 3676). */
function unflow(text: string): string {
  return text.replace(/^-- \r?\n/gm, "--\n").replace(/ \r?\n/g, " ");
}

/** `filename`, or `filename*` with its encoding (RFC 2231). */
function fileNameOf(header: string | undefined, name: string): string | null {
  const extended = parameterOf(header, `${name}\\*(?:0\\*)?`);
  const [, encoded] = /^[\w-]*'[^']*'(.*)$/.exec(extended ?? "") ?? [];
  if (encoded !== undefined) {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  }
  const plain = parameterOf(header, `${name}(?:\\*0)?`);
  return plain === null ? null : decodeHeader(plain);
}

function tooDeep(file: string): Diagnostic {
  return {
    code: "mail-too-deep",
    severity: "warning",
    message: `has more than ${MAX_PARTS} parts, or parts nested more than ${MAX_DEPTH} deep; the rest was not read`,
    place: { file },
    hint: "save what is missing out of the mail, and add it",
  };
}

function withoutBoundary(file: string): Diagnostic {
  return {
    code: "mail-broken",
    severity: "warning",
    message:
      "says that it has parts, but not where they begin; it was read as far as that can be told",
    place: { file },
    hint: "save the mail again, or look whether text is missing",
  };
}
