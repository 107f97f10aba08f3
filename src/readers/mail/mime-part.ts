/** A part of a MIME message (RFC 2045, 2046) as bytes: its headers, its body decoded, its own parts. */

export interface MimePart {
  /** By names in lower case, folded lines joined; of headers of one name the first. */
  readonly headers: ReadonlyMap<string, string>;
  /** Still in its transfer encoding. */
  readonly body: Buffer;
}

const [EQUALS, CR, LF, DASH, SPACE] = [0x3d, 0x0d, 0x0a, 0x2d, 0x20];

/** Longer headers are not looked at to their end: they list receivers, or fill space. */
const MAX_HEADERS = 256 * 1024;

export function readPart(bytes: Uint8Array): MimePart {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfHeaders(buffer);
  const text = buffer.subarray(0, Math.min(end, MAX_HEADERS)).toString("latin1");
  return { headers: readHeaders(text), body: buffer.subarray(end) };
}

/** Headers end with the first empty line. */
function endOfHeaders(buffer: Buffer): number {
  if (buffer[0] === LF) return 1;
  if (buffer[0] === CR && buffer[1] === LF) return 2;
  const [plain, carried] = [buffer.indexOf("\n\n"), buffer.indexOf("\n\r\n")];
  if (plain === -1 && carried === -1) return buffer.length;
  return carried === -1 || (plain !== -1 && plain < carried) ? plain + 2 : carried + 3;
}

function readHeaders(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim().toLowerCase();
    if (name !== "" && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

/** A parameter of a structured header: `boundary`, `charset`. */
export function parameterOf(header: string | undefined, name: string): string | null {
  const pattern = new RegExp(`;\\s*${name}\\s*=\\s*(?:"([^"]{1,200})"|([^\\s;"]{1,200}))`, "i");
  const match = pattern.exec((header ?? "").slice(0, 2000));
  return match?.[1] ?? match?.[2] ?? null;
}

/** Parts of one message; no saved page has more. */
const MAX_PARTS = 5000;

/** The parts of a multipart body, first to last; the last may lack its end. */
export function splitParts(body: Buffer, boundary: string): Buffer[] {
  const mark = Buffer.from(`--${boundary}`, "latin1");
  const parts: Buffer[] = [];
  let start = -1;
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, at + mark.length)) {
    const after = body[at + mark.length] ?? LF;
    // A boundary may begin like that of a part inside.
    const isWhole = after === LF || after === CR || after === DASH || after === SPACE;
    if (!isWhole || (at > 0 && body[at - 1] !== LF)) continue;
    if (start !== -1) parts.push(body.subarray(start, at));
    const newline = body.indexOf(LF, at);
    const isLast =
      body.subarray(at + mark.length, at + mark.length + 2).toString("latin1") === "--";
    start = newline === -1 || isLast ? -1 : newline + 1;
    if (start === -1 || parts.length >= MAX_PARTS) return parts;
  }
  if (start !== -1) parts.push(body.subarray(start));
  return parts;
}

/** The body's bytes without their transfer encoding (RFC 2045, 6). */
export function decodeBody({ headers, body }: MimePart): Buffer {
  const encoding = (headers.get("content-transfer-encoding") ?? "").toLowerCase();
  if (encoding.includes("base64")) return Buffer.from(body.toString("latin1"), "base64");
  return encoding.includes("quoted-printable") ? decodeQuotedPrintable(body) : body;
}

function decodeQuotedPrintable(body: Uint8Array): Buffer {
  const decoded = Buffer.alloc(body.length);
  let length = 0;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    const [first = 0, second = 0] = [body[at + 1], body[at + 2]];
    if (byte === EQUALS && first === LF) at += 1;
    else if (byte === EQUALS && first === CR && second === LF) at += 2;
    else if (byte === EQUALS && isHex(first) && isHex(second)) {
      decoded[length++] = Number.parseInt(String.fromCharCode(first, second), 16);
      at += 2;
    } else decoded[length++] = byte;
  }
  return decoded.subarray(0, length);
}

function isHex(byte: number): boolean {
  return /[\da-fA-F]/.test(String.fromCharCode(byte));
}
