/** An address in, what it is a snapshot of out, where it is one of a web archive. */

export interface WebSnapshot {
  /** The address of the archive. */
  readonly archived: string;
  /** The address that was archived; null where the archive's address does not tell it. */
  readonly original: string | null;
}

/** As OpenWayback and pywb write it: `…/20210503120000/https://example.org/…`. */
const WAYBACK = /\/\d{8,14}(?:[a-z]{2}_)?\/(https?:\/\/[^\s]+)$/;

/** Archives whose addresses do not tell what they hold. */
const ARCHIVES = new Set([
  ...["ph", "today", "is", "li", "vn", "fo", "md"].map((end) => `archive.${end}`),
  "perma.cc",
  "webcitation.org",
  "www.webcitation.org",
]);

export function snapshotOf(url: string | null): WebSnapshot | null {
  const parsed = url === null ? null : URL.parse(url);
  if (url === null || parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  const original = WAYBACK.exec(url)?.[1] ?? null;
  if (original !== null && URL.canParse(original)) return { archived: url, original };
  return ARCHIVES.has(parsed.hostname) ? { archived: url, original: null } : null;
}
