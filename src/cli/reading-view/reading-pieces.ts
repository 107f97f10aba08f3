/** An article to its pieces in the order of the raw text: what was kept, what went and by which rule. */
import type { Article, Repair } from "../../model/article.js";
import { Letters, lettersOf, type Range } from "./letters.js";

export type KeptPiece =
  | { readonly kind: "title" | "standfirst"; readonly text: string }
  | {
      readonly kind: "paragraph";
      readonly text: string;
      readonly language: string;
      readonly isForeign: boolean;
      readonly repairs: readonly Repair[];
    };

export type SidePiece =
  | { readonly kind: "removed"; readonly rule: string; readonly text: string }
  /** Neither kept nor removed: what states metadata. */
  | { readonly kind: "stated"; readonly text: string };

export type Piece = KeptPiece | SidePiece;

export type PiecedArticle = Pick<
  Article,
  "raw" | "title" | "standfirst" | "paragraphs" | "foreign" | "language" | "removed" | "repairs"
>;

/** A piece at its place; what is not found in the raw text stands behind what came before it. */
interface Placed {
  readonly at: number;
  readonly piece: Piece;
  readonly ranges: readonly Range[];
}

export function readingPieces(article: PiecedArticle): Piece[] {
  const raw = new Letters(article.raw);
  const kept = placeParagraphs(article, raw);
  const removed = placeRemoved(article, raw, rangesOf(kept));
  const stated = placeRest(article, raw, rangesOf([...kept, ...removed]));
  return [...kept, ...removed, ...stated].sort((a, b) => a.at - b.at).map(({ piece }) => piece);
}

/** Paragraphs that are found nowhere cost a search each; after this many none is looked for. */
const MAX_MISSES = 100;

function placeParagraphs(article: PiecedArticle, raw: Letters): Placed[] {
  const placed: Placed[] = [];
  const repairs = [...article.repairs];
  const foreign = new Map(article.foreign.map((entry) => [entry.paragraph, entry.language]));
  let from = 0;
  let misses = 0;
  for (const [index, text] of article.paragraphs.entries()) {
    const ranges = misses > MAX_MISSES ? [] : raw.locate(text, from);
    if (ranges.length === 0) misses += 1;
    const language = foreign.get(index) ?? article.language;
    const isForeign = foreign.has(index);
    const own = takeRepairs(repairs, text);
    const piece: Piece = { kind: "paragraph", text, language, isForeign, repairs: own };
    placed.push({ at: ranges[0]?.start ?? from, piece, ranges });
    from = ranges.at(-1)?.end ?? from;
  }
  return placed;
}

/** Repairs stand in the order of the text: those at the front that made this paragraph. */
function takeRepairs(repairs: Repair[], text: string): Repair[] {
  const count = repairs.findIndex(({ to }) => !text.includes(to));
  return repairs.splice(0, count === -1 ? repairs.length : count);
}

function placeRemoved(article: PiecedArticle, raw: Letters, taken: readonly Range[]): Placed[] {
  const placed: Placed[] = [];
  const isFree = skipping(taken);
  let from = 0;
  let misses = 0;
  for (const { rule, text } of article.removed) {
    const whole = lettersOf(text);
    const start = misses > MAX_MISSES ? -1 : raw.find(whole, from, true, isFree);
    const piece: Piece = { kind: "removed", rule, text };
    if (start === -1) {
      misses += 1;
      // Right behind the last one that was found, before whatever begins there.
      placed.push({ at: from - 0.5, piece, ranges: [] });
      continue;
    }
    const range = { start, end: start + whole.length };
    placed.push({ at: start, piece, ranges: [range] });
    from = range.end;
  }
  return placed;
}

/** Where to look on from a range: its own start where it touches nothing that is taken. */
function skipping(taken: readonly Range[]): (range: Range) => number {
  return ({ start, end }) => {
    let low = 0;
    let high = taken.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((taken[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    const next = taken[low];
    return next !== undefined && next.start < end ? next.end : start;
  };
}

/** What is left of the raw text line by line: title and standfirst, then what states metadata. */
function placeRest(article: PiecedArticle, raw: Letters, taken: readonly Range[]): Placed[] {
  const placed: Placed[] = [];
  const sought = new Map<string, "title" | "standfirst">();
  if (article.standfirst !== null) sought.set(lettersOf(article.standfirst), "standfirst");
  sought.set(lettersOf(article.title), "title");
  for (const { at, text } of restLines(raw, taken)) {
    const letters = lettersOf(text);
    const kind = sought.get(letters);
    if (kind !== undefined) sought.delete(letters);
    placed.push({ at, piece: { kind: kind ?? "stated", text }, ranges: [] });
  }
  return placed;
}

function restLines(raw: Letters, taken: readonly Range[]): { at: number; text: string }[] {
  const lines: { at: number; text: string }[] = [];
  let start = 0;
  for (const range of [...taken, { start: raw.length, end: raw.length }]) {
    if (range.start > start) {
      let at = start;
      for (const line of raw.between(start, range.start).split(/[\n\r\u0085\u2028\u2029]+/u)) {
        if (/[\p{L}\p{N}]/u.test(line)) lines.push({ at, text: line.trim() });
        at += lettersOf(line).length;
      }
    }
    start = Math.max(start, range.end);
  }
  return lines;
}

function rangesOf(placed: readonly Placed[]): Range[] {
  return placed.flatMap(({ ranges }) => ranges).sort((a, b) => a.start - b.start);
}
