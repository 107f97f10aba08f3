/** Articles to groups that carry the same copy, by winnowing (Schleimer, Wilkerson & Aiken, 2003). */
import type { ReprintGroup } from "../model/analysis.js";
import { type Article, articleText } from "../model/article.js";
import { sha256 } from "../text/sha256.js";
import { splitWords } from "../text/words.js";
import { byDay } from "./by-day.js";

/**
 * Groups reprints: articles that share a quarter of the shorter one's fingerprints. The earliest
 * is the origin (ties by file name, undated ones last); an article without a reprint is in no group.
 */
export function groupReprints(articles: readonly Article[]): ReprintGroup[] {
  const ordered = [...articles].sort(byDay);
  const index = new Map<number, number[]>();
  const sizes: number[] = [];
  const groupOf: number[] = [];
  const groups: string[][] = [];
  for (const [at, article] of ordered.entries()) {
    const prints = fingerprint(articleText(article));
    sizes.push(prints.size);
    const match = closest(prints, index, sizes);
    const group = match === null ? undefined : groupOf[match];
    if (group === undefined) {
      groupOf.push(groups.length);
      groups.push([article.id]);
    } else {
      groupOf.push(group);
      groups[group]?.push(article.id);
    }
    for (const print of prints) post(index, print, at);
  }
  return groups.flatMap(([origin, ...others]) =>
    origin === undefined || others.length === 0
      ? []
      : [
          {
            id: `r-${sha256(origin).slice(0, 12)}`,
            kind: "copy",
            origin,
            fullest: origin,
            members: [origin, ...others],
            containment: 1,
          },
        ],
  );
}

/** Words in a shingle. */
const SHINGLE = 5;
/** Shingles of which one is kept: any shared run of `SHINGLE + WINDOW - 1` words is found. */
const WINDOW = 16;

/** The rightmost least hash of each window of shingles. */
export function fingerprint(text: string): ReadonlySet<number> {
  const hashes = shingleHashes(splitWords(text).map(({ folded }) => folded));
  const kept = new Set<number>();
  let least = -1;
  for (let end = 0; end < hashes.length; end += 1) {
    const start = end - WINDOW + 1;
    if (least < start || least < 0) least = leastIn(hashes, Math.max(0, start), end);
    else if ((hashes[end] ?? 0) <= (hashes[least] ?? 0)) least = end;
    if (end >= WINDOW - 1 || end === hashes.length - 1) kept.add(hashes[least] ?? 0);
  }
  return kept;
}

function leastIn(hashes: readonly number[], from: number, to: number): number {
  let least = from;
  for (let at = from + 1; at <= to; at += 1) {
    if ((hashes[at] ?? 0) <= (hashes[least] ?? 0)) least = at;
  }
  return least;
}

/** A text shorter than one shingle has a single hash of all its words. */
function shingleHashes(words: readonly string[]): number[] {
  const single = words.map(hashWord);
  if (single.length === 0) return [];
  const hashes: number[] = [];
  for (let at = 0; at === 0 || at + SHINGLE <= single.length; at += 1) {
    let hash = 0;
    for (const word of single.slice(at, at + SHINGLE)) hash = Math.imul(hash ^ word, 0x9e3779b1);
    hashes.push((hash ^ (hash >>> 15)) >>> 0);
  }
  return hashes;
}

/** FNV-1a over UTF-16 code units, 32 bits, spread once more. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  }
  return Math.imul(hash ^ (hash >>> 13), 0x5bd1e995) >>> 0;
}

/** Part of the shorter text's fingerprints that a reprint shares at least. */
const CONTAINMENT = 0.25;
/** Fewer shared fingerprints are a stock phrase, unless a text has no more. */
const FEWEST_SHARED = 3;
/** A fingerprint of more articles than this is boilerplate. */
const LONGEST_POSTING = 500;

/** The earlier article that shares most; of equals the earliest. */
function closest(
  prints: ReadonlySet<number>,
  index: ReadonlyMap<number, readonly number[]>,
  sizes: readonly number[],
): number | null {
  const shared = new Map<number, number>();
  for (const print of prints) {
    for (const at of index.get(print) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  let best: { readonly at: number; readonly part: number } | null = null;
  for (const [at, count] of shared) {
    const size = Math.min(prints.size, sizes[at] ?? 0);
    const part = count / size;
    if (part < CONTAINMENT || count < Math.min(FEWEST_SHARED, size)) continue;
    if (best === null || part > best.part || (part === best.part && at < best.at)) {
      best = { at, part };
    }
  }
  return best?.at ?? null;
}

function post(index: Map<number, number[]>, print: number, at: number): void {
  const posting = index.get(print);
  if (posting === undefined) index.set(print, [at]);
  else if (posting.length < LONGEST_POSTING) posting.push(at);
}
