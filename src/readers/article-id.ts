/** Ids of articles: `a-` and the first 12 digits of a SHA-256. */
import { sha256 } from "../text/sha256.js";

/** @param identity the canonical URL, or the raw bytes or text where there is none */
export function articleId(identity: string | Uint8Array): string {
  return idOfHash(sha256(identity));
}

/** @param hash SHA-256, hexadecimal */
export function idOfHash(hash: string): string {
  return `a-${hash.slice(0, 12)}`;
}
