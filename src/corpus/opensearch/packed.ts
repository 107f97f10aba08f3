/** Values to what the engine keeps without looking into it, in base64, and back again. */
import { deflateRawSync, inflateRawSync } from "node:zlib";

/** A value that unpacks to more is none of ours, bytes. */
const MOST = 256 * 1024 * 1024;

/** JSON writes half of a surrogate pair as an escape: nothing of a text is lost on the way. */
export function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64");
}

export function decode<T>(encoded: string): T {
  return JSON.parse(Buffer.from(encoded, "base64").toString()) as T;
}

/** The same, compressed. */
export function pack(value: unknown): string {
  return packBytes(Buffer.from(JSON.stringify(value)));
}

export function unpack<T>(packed: string): T {
  return JSON.parse(Buffer.from(unpackBytes(packed)).toString()) as T;
}

export function packBytes(bytes: Uint8Array): string {
  return deflateRawSync(bytes, { level: 1 }).toString("base64");
}

export function unpackBytes(packed: string): Uint8Array {
  return inflateRawSync(Buffer.from(packed, "base64"), { maxOutputLength: MOST });
}
