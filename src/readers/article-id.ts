/** Ids of articles: `a-` and the first 12 digits of a SHA-256. */
import { sha256 } from "../text/sha256.js";

/** @param identity the canonical URL, or the raw bytes or text where there is none */
export function articleId(identity: string | Uint8Array): string {
  return `a-${sha256(identity).slice(0, 12)}`;
}
