/** `a-` and the first 12 digits of the hash of the raw bytes. */
export function articleId(rawSha256: string): string {
  return `a-${rawSha256.slice(0, 12)}`;
}
