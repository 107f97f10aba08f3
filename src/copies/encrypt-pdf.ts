/**
 * A finished PDF in, the same locked by a password out, without another program: AES-256 (ISO 32000-2,
 * 7.6). It is written anew, object by object; what is packed in a stream is encrypted with that stream.
 */
import { createCipheriv } from "node:crypto";
import {
  isDictionary,
  nameOf,
  type PdfDictionary,
  PdfFile,
  type PdfValue,
  type PlacedObject,
  reference,
  referenceOf,
  writeObject,
  writeReferences,
} from "../pdf/index.js";
import { fileKey, type Passwords, type RandomBytes } from "./encryption-key.js";

/** @throws {PdfError} where the bytes are no PDF as this program writes it */
export function encryptPdf(
  bytes: Uint8Array,
  passwords: Passwords,
  random: RandomBytes,
): Uint8Array {
  const file = new PdfFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { key, encrypt } = fileKey(passwords, random);
  const lock = (value: PdfValue) => locked(value, key, random);
  const parts: Buffer[] = [HEADER];
  const places: PlacedObject[] = [];
  let offset = HEADER.length;
  const add = (id: number, value: PdfValue) => {
    const written = writeObject(id, value);
    places.push({ id, offset });
    parts.push(written);
    offset += written.length;
  };
  const { containers } = file;
  const packed = new Set([...containers.values()].filter((container) => container !== null));
  const metadata = referenceOf(file.catalog.entries.get("Metadata"));
  for (const [id, container] of containers) {
    if (container !== null || isTable(file.object(id))) continue;
    add(id, lock(id === metadata ? withoutArchive(file, file.object(id)) : file.object(id)));
  }
  for (const container of packed) {
    for (const [index, id] of file.packedIn(container).entries()) {
      // Of an object that a later part of the file replaces the place is that of the later one.
      if (containers.get(id) === container) places.push({ id, container, index });
    }
  }
  const next = file.nextNumber;
  add(next, encrypt);
  const { Root, Info, ID } = Object.fromEntries(file.trailer.entries);
  const trailer = { Root: Root ?? null, Info: Info ?? null, ID: ID ?? null };
  const table = writeReferences(next + 1, offset, places, {
    Size: next + 2,
    ...trailer,
    Encrypt: reference(next),
  });
  return Buffer.concat([...parts, table]);
}

/** The comment of bytes above 127 says that the file is none of text (ISO 32000-2, 7.5.2). */
const HEADER = Buffer.from("%PDF-2.0\n%\xe2\xe3\xcf\xd3\n", "latin1");

function isTable(value: PdfValue): boolean {
  return isDictionary(value) && nameOf(value.entries.get("Type")) === "XRef";
}

/** What is locked is not for an archive (ISO 19005-3, 6.1.3), and must not say so. */
function withoutArchive(file: PdfFile, value: PdfValue): PdfValue {
  if (!isDictionary(value)) return value;
  const said = file.unpack(value).toString("utf8");
  const left = said.replaceAll(/\s*<pdfaid:(part|conformance)>[^<]*<\/pdfaid:\1>/g, "");
  const entries = new Map([...value.entries].filter(([key]) => key !== "Filter"));
  return { kind: "dictionary", entries, stream: Buffer.from(left) };
}

/** Strings and streams; names and numbers stay, and so the shape of the file. */
function locked(value: PdfValue, key: Buffer, random: RandomBytes): PdfValue {
  if (value === null || typeof value !== "object") return value;
  switch (value.kind) {
    case "string":
      return { kind: "string", bytes: encrypted(value.bytes, key, random) };
    case "array":
      return { kind: "array", items: value.items.map((item) => locked(item, key, random)) };
    case "dictionary":
      return lockedDictionary(value, key, random);
    default:
      return value;
  }
}

function lockedDictionary(
  { entries, stream }: PdfDictionary,
  key: Buffer,
  random: RandomBytes,
): PdfDictionary {
  const inside = new Map([...entries].map(([name, item]) => [name, locked(item, key, random)]));
  return {
    kind: "dictionary",
    entries: inside,
    ...(stream === undefined ? {} : { stream: encrypted(stream, key, random) }),
  };
}

/** Algorithm 1.A: the vector in front. */
function encrypted(bytes: Buffer, key: Buffer, random: RandomBytes): Buffer {
  const vector = Buffer.from(random(16));
  const cipher = createCipheriv("aes-256-cbc", key, vector);
  return Buffer.concat([vector, cipher.update(bytes), cipher.final()]);
}
