/** Names by content: SHA-256 of bytes, and the article id made of its first digits. */
import { createHash } from "node:crypto";

/** Hexadecimal SHA-256 of bytes, or of a text in UTF-8. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/** `a-` and the first 12 digits of the hash of the raw bytes. */
export function articleId(rawSha256: string): string {
  return `a-${rawSha256.slice(0, 12)}`;
}
