/** Hexadecimal SHA-256 of bytes, or of a text in UTF-8. */
import { hash } from "node:crypto";

export function sha256(content: Uint8Array | string): string {
  return hash("sha256", content, "hex");
}
