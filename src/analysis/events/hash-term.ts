/** A term to a number of 53 bits: FNV-1a, and a second hash for the upper bits. */

/** Among a million terms the chance that any two have one number is below one in ten thousand. */
export function hashTerm(term: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < term.length; at += 1) {
    const unit = term.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
    high ^= high >>> 15;
  }
  low ^= low >>> 15;
  return ((high >>> 0) & 0x1fffff) * 0x100000000 + (low >>> 0);
}
