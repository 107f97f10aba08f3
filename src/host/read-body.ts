/** The body of an answer to its bytes, unpacked; counted before unpacking and after. */
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Dispatcher } from "undici";
import { NetworkError, tooManyBytes } from "./network.js";

/** @throws {NetworkError} `too-large`, `malformed` */
export async function readBody(
  { body, headers }: Dispatcher.ResponseData,
  url: string,
  maxBytes: number,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const keep = async (source: AsyncIterable<Uint8Array>) => {
    for await (const chunk of source) chunks.push(chunk);
  };
  const count = counted(maxBytes, url);
  const unpack = unpacker(String(headers["content-encoding"] ?? ""), url);
  if (unpack === null) await pipeline(body, count, keep);
  else await pipeline(body, count, unpack(), count, keep);
  return Buffer.concat(chunks);
}

/** Lets through what comes until it is too much. */
function counted(maxBytes: number, url: string) {
  return async function* (source: AsyncIterable<Uint8Array>) {
    let seen = 0;
    for await (const chunk of source) {
      seen += chunk.length;
      if (seen > maxBytes) throw tooManyBytes(url, maxBytes);
      yield chunk;
    }
  };
}

const UNPACKERS = new Map([
  ["gzip", createGunzip],
  ["x-gzip", createGunzip],
  ["deflate", createInflate],
  ["br", createBrotliDecompress],
]);

function unpacker(encoding: string, url: string) {
  const name = encoding.trim().toLowerCase();
  if (name === "" || name === "identity") return null;
  const found = UNPACKERS.get(name);
  if (found !== undefined) return found;
  const hint = "save the page from a browser, and add the file";
  throw new NetworkError("malformed", `is packed as ${encoding.slice(0, 60)}`, url, hint);
}
