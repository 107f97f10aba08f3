/** Deflated bytes (RFC 1950 to 1952) to what they hold, as far as a limit: sizes that a file states are no promise. */
import { createGunzip, createInflate, createInflateRaw } from "node:zlib";

export interface Inflated {
  readonly bytes: Uint8Array;
  /** `cut`: the data stops before its end; `broken`: it is damaged. What came before is there. */
  readonly end: "whole" | "cut" | "broken" | "over-limit";
  /** Bytes of the input that were used. */
  readonly consumed: number;
}

/** Inflates piece by piece and stops at the limit, so that no more than that is ever held. */
export async function inflate(
  bytes: Uint8Array,
  kind: keyof typeof STREAMS,
  limit: number,
): Promise<Inflated> {
  const chunkSize = Math.min(PIECE.most, Math.max(PIECE.least, bytes.length));
  const stream = STREAMS[kind]({ chunkSize });
  const pieces: Uint8Array[] = [];
  let size = 0;
  let end: Inflated["end"] = "whole";
  stream.end(bytes);
  try {
    for await (const piece of stream as AsyncIterable<Uint8Array>) {
      size += piece.length;
      if (size > limit) {
        end = "over-limit";
        break;
      }
      pieces.push(piece);
    }
  } catch (error) {
    end = isCutOff(error) ? "cut" : "broken";
  }
  return { bytes: Buffer.concat(pieces), end, consumed: stream.bytesWritten };
}

/** Bytes that are inflated at a time: large pieces take a third of the time, for small files small ones do. */
const PIECE = { least: 16 * 1024, most: 64 * 1024 } as const;

const STREAMS = { gzip: createGunzip, zlib: createInflate, raw: createInflateRaw } as const;

function isCutOff(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "Z_BUF_ERROR";
}
