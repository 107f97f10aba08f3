/** Paths in, the messages that lie there out, one after the other: files, folders (maildir, .eml), mbox (RFC 4155, mboxrd). */
import { join } from "node:path";
import { type FileEntry, type Host, HostError } from "../host/host.js";
import type { Diagnostic } from "../model/diagnostic.js";

export interface StoredMessage {
  /** As a person would name it: the file, and which message of it from 1 where it holds several. */
  readonly source: string;
  /** Its beginning: a report stands in front of what it returns, and that may be of any size. */
  readonly bytes: Uint8Array;
}

export type FoundMessage = StoredMessage | { readonly source: string; readonly fault: Diagnostic };

/** Bytes of a file; a mailbox beyond this is cut into parts first. */
const MAX_FILE = 512 * 1024 * 1024;
/** Of a message that is looked at: each line costs time and memory of its own, be it empty. */
const LIMITS = { bytes: 2_000_000, lines: 50_000 };

export async function* messagesAt(
  host: Host,
  paths: readonly string[],
): AsyncGenerator<FoundMessage> {
  for (const path of paths) {
    try {
      const size = await host.sizeOf(path);
      if (size !== null) yield* messagesIn(host, path, size);
      else for (const entry of await filesOf(host, path)) yield* messagesIn(host, ...entry);
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      const { message, hint } = error;
      yield refuse(path, "host", message, hint);
    }
  }
}

/** What a maildir is still being given (`tmp`) is none yet. */
async function filesOf(host: Host, folder: string): Promise<[string, number][]> {
  const isMessage = ({ kind, path }: FileEntry) => kind === "file" && !/(?:^|\/)tmp\//.test(path);
  const entries = (await host.listFiles(folder)).filter(isMessage);
  return entries.map(({ path, size }) => [join(folder, path), size]);
}

async function* messagesIn(host: Host, path: string, size: number): AsyncGenerator<FoundMessage> {
  if (size > MAX_FILE) {
    const message = `has more than ${MAX_FILE / 1024 / 1024} MB`;
    yield refuse(path, "mailbox-too-large", message, "cut it into several mailboxes");
    return;
  }
  try {
    const bytes = await host.readFile(path);
    if (startsWith(bytes, 0, FROM)) yield* messagesOfMbox(bytes, path);
    else yield { source: path, bytes: beginningOf(bytes) };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    yield refuse(path, "host", error.message, error.hint);
  }
}

const FROM = Buffer.from("From ");
const NEXT = Buffer.from("\nFrom ");

/** A line that begins with `From ` behind an empty one begins a message. */
function* messagesOfMbox(bytes: Uint8Array, path: string): Generator<StoredMessage> {
  const mailbox = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let count = 0;
  for (let start = 0; start < mailbox.length; ) {
    const end = endOf(mailbox, start);
    const body = mailbox.indexOf(0x0a, start) + 1;
    count += 1;
    const raw = body === 0 || body > end ? mailbox.subarray(end, end) : mailbox.subarray(body, end);
    yield { source: `${path}#${count}`, bytes: unquoted(beginningOf(raw)) };
    start = end + 1;
  }
}

function endOf(mailbox: Buffer, start: number): number {
  for (let at = mailbox.indexOf(NEXT, start); at >= 0; at = mailbox.indexOf(NEXT, at + 1)) {
    if (mailbox[at - 1] === 0x0a || (mailbox[at - 1] === 0x0d && mailbox[at - 2] === 0x0a))
      return at;
  }
  return mailbox.length;
}

function beginningOf(bytes: Uint8Array): Buffer {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, LIMITS.bytes));
  let end = 0;
  for (let line = 0; line < LIMITS.lines; line += 1) {
    end = whole.indexOf(0x0a, end) + 1;
    if (end === 0) return whole;
  }
  return whole.subarray(0, end);
}

/** `>From ` was `From `, `>>From ` was `>From ` (mboxrd). */
function unquoted(raw: Buffer): Uint8Array {
  if (!raw.includes(">From ")) return raw;
  return Buffer.from(raw.toString("latin1").replace(/^>(>*From )/gm, "$1"), "latin1");
}

function startsWith(bytes: Uint8Array, at: number, words: Uint8Array): boolean {
  return words.every((byte, index) => bytes[at + index] === byte);
}

function refuse(source: string, code: string, message: string, hint: string): FoundMessage {
  return { source, fault: { code, severity: "error", message, place: { file: source }, hint } };
}
