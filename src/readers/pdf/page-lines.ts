/** The runs of a page to its lines in reading order: column by column, what spans columns between them. */
import type { Page, Run } from "./text-runs.js";

export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly isRightToLeft: boolean;
  /** Counts the parts of the page that are read one after the other. */
  readonly region: number;
}

/** Runs on one baseline without a wide gap: a line of a column, a cell of a table. */
interface Piece {
  readonly runs: readonly Run[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

export function linesOfPage({ runs }: Page): PageLine[] {
  const upright = runs.filter(({ isTurned }) => !isTurned);
  const isRightToLeft = mostlyRightToLeft(upright);
  const regions = orderRegions(piecesOf(upright), isRightToLeft, 0);
  return regions.flatMap((pieces, region) =>
    rowsOf(pieces).map((row) => lineOf(row, region, isRightToLeft)),
  );
}

function mostlyRightToLeft(runs: readonly Run[]): boolean {
  let balance = 0;
  for (const { isRightToLeft, text } of runs) {
    if (/\p{L}/u.test(text)) balance += isRightToLeft ? text.length : -text.length;
  }
  return balance > 0;
}

/** Gap, in parts of the type's size, that no space between words has but in loose lines. */
const WIDE_GAP = 0.9;

function piecesOf(runs: readonly Run[]): Piece[] {
  return rowsOf(runs.filter(({ text }) => text.trim() !== "").map(pieceOf)).flatMap(splitRow);
}

function pieceOf(run: Run): Piece {
  return { runs: [run], left: run.x, right: run.x + run.width, y: run.y, size: run.size };
}

/** Shares of the type's size within which baselines are one: exponents stand higher. */
const SAME_BASELINE = 0.4;

/** Pieces on one baseline, from the top down, each row from left to right. */
function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const first = row?.[0];
    const reach = Math.max(first?.size ?? 0, piece.size) * SAME_BASELINE;
    if (row !== undefined && first !== undefined && piece.y - first.y <= reach) row.push(piece);
    else rows.push([piece]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  return rows;
}

function splitRow(row: readonly Piece[]): Piece[] {
  const groups: Piece[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const piece of row) {
    const group = groups.at(-1);
    const size = Math.min(piece.size, group?.at(-1)?.size ?? piece.size);
    if (group === undefined || piece.left - right > size * WIDE_GAP) groups.push([piece]);
    else group.push(piece);
    right = Math.max(right, piece.right);
  }
  return groups.map(joined);
}

/** Side by side; the baseline and the size are those of most of the letters. */
function joined(pieces: readonly Piece[]): Piece {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let [most, letters] = [pieces[0], -1];
  for (const piece of pieces) {
    left = Math.min(left, piece.left);
    right = Math.max(right, piece.right);
    const count = lettersOf(piece);
    if (count > letters) [most, letters] = [piece, count];
  }
  const runs = pieces.flatMap((piece) => piece.runs);
  return { runs, left, right, y: most?.y ?? 0, size: most?.size ?? 0 };
}

function lettersOf({ runs }: Piece): number {
  return runs.reduce((sum, { text }) => sum + text.length, 0);
}

/** Columns in columns; newspapers have up to eight. */
const MAX_DEPTH = 8;

/** Splits at the best gutter, again and again; a piece across it parts what is above from what is below. */
function orderRegions(
  pieces: readonly Piece[],
  isRightToLeft: boolean,
  depth: number,
): (readonly Piece[])[] {
  const gutter = depth < MAX_DEPTH ? findGutter(pieces) : null;
  if (gutter === null) return pieces.length === 0 ? [] : [pieces];
  const regions: (readonly Piece[])[] = [];
  let band = { left: [] as Piece[], right: [] as Piece[], across: [] as Piece[] };
  const flush = () => {
    const columns = isRightToLeft ? [band.right, band.left] : [band.left, band.right];
    if (band.across.length > 0) regions.push(band.across);
    for (const column of columns) {
      regions.push(...orderRegions(column, isRightToLeft, depth + 1));
    }
    band = { left: [], right: [], across: [] };
  };
  for (const piece of [...pieces].sort((a, b) => a.y - b.y)) {
    const isAcross = piece.left < gutter && piece.right > gutter;
    if (isAcross && band.left.length + band.right.length > 0) flush();
    if (isAcross) band.across.push(piece);
    else if (piece.right <= gutter) band.left.push(piece);
    else band.right.push(piece);
  }
  flush();
  return regions;
}

/** What both sides of a gutter have at the least: lines, and words a line. */
const COLUMN = {
  lines: 4,
  words: 2.5,
  acrossShare: 0.4,
  wordsApart: 1.5,
  alignedShare: 0.5,
} as const;
/** Places looked at: those where most lines begin or end. */
const MAX_CANDIDATES = 24;

/** Where no line crosses but headings, and lines of prose stand on both sides; null where nowhere. */
function findGutter(pieces: readonly Piece[]): number | null {
  if (pieces.length < COLUMN.lines * 2) return null;
  let best: { readonly at: number; readonly across: number } | null = null;
  for (const at of candidatesOf(pieces)) {
    const left = pieces.filter(({ right }) => right <= at);
    const right = pieces.filter((piece) => piece.left >= at);
    const across = pieces.length - left.length - right.length;
    if (across >= (best?.across ?? Number.POSITIVE_INFINITY)) continue;
    const isGutter = across <= pieces.length * COLUMN.acrossShare && areColumns(left, right);
    if (isGutter) best = { at, across };
  }
  return best?.at ?? null;
}

/** Places just beside the edges that most pieces share. */
function candidatesOf(pieces: readonly Piece[]): number[] {
  const counts = new Map<number, number>();
  for (const { left, right } of pieces) {
    for (const place of [Math.floor(left) - 1, Math.ceil(right) + 1]) {
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
  }
  return [...counts]
    .filter(([, count]) => count >= 3)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MAX_CANDIDATES)
    .map(([place]) => place);
}

/** Both sides hold lines of prose, beside each other: tables have short cells. */
function areColumns(left: readonly Piece[], right: readonly Piece[]): boolean {
  if (left.length < COLUMN.lines || right.length < COLUMN.lines) return false;
  const words = Math.min(wordsALine(left), wordsALine(right));
  // Short lines are a column where they stand beside the others by chance, and a table's cells in rows.
  if (words < COLUMN.words && (words < COLUMN.wordsApart || areRows(left, right))) return false;
  const [a, b] = [spanOf(left), spanOf(right)];
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared > Math.min(a.bottom - a.top, b.bottom - b.top) * 0.5;
}

function areRows(left: readonly Piece[], right: readonly Piece[]): boolean {
  const [fewer, more] = left.length < right.length ? [left, right] : [right, left];
  const baselines = new Set(more.map(({ y }) => Math.round(y)));
  const aligned = fewer.filter(({ y }) => baselines.has(Math.round(y))).length;
  return aligned > fewer.length * COLUMN.alignedShare;
}

/** Of all pieces on a baseline: lines that are set to the edges have gaps of their own. */
function wordsALine(pieces: readonly Piece[]): number {
  const baselines = new Set(pieces.map(({ y }) => Math.round(y)));
  const words = pieces.flatMap(({ runs }) => runs.flatMap(({ text }) => text.match(/\S+/g) ?? []));
  return words.length / baselines.size;
}

function spanOf(pieces: readonly Piece[]): { readonly top: number; readonly bottom: number } {
  let [top, bottom] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { y } of pieces) {
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return { top, bottom };
}

function lineOf(row: readonly Piece[], region: number, pageIsRightToLeft: boolean): PageLine {
  const runs = row.flatMap((piece) => piece.runs);
  const isRightToLeft = /\p{L}/u.test(runs.map(({ text }) => text).join(""))
    ? mostlyRightToLeft(runs)
    : pageIsRightToLeft;
  const { left, right, y, size } = joined(row);
  const text = isRightToLeft ? joinRuns(turned(runs), true) : joinRuns(runs, false);
  return { text: text.replace(/\s+/gu, " ").trim(), left, right, y, size, isRightToLeft, region };
}

/** From right to left, but for words of the other direction among them. */
function turned(runs: readonly Run[]): Run[] {
  const ordered: Run[] = [];
  let foreign: Run[] = [];
  for (const run of [...runs].reverse()) {
    const isForeign = !run.isRightToLeft && /\p{L}/u.test(run.text);
    if (isForeign) foreign.push(run);
    else {
      for (const word of foreign.reverse()) ordered.push(word);
      ordered.push(mirrored(run));
      foreign = [];
    }
  }
  for (const word of foreign.reverse()) ordered.push(word);
  return ordered;
}

/** Drawn from right to left, an opening bracket has the shape of a closing one. */
function mirrored(run: Run): Run {
  return { ...run, text: run.text.replace(/[()[\]{}«»]/g, (sign) => MIRRORED[sign] ?? sign) };
}

const MIRRORED: Readonly<Record<string, string>> = {
  "(": ")",
  ")": "(",
  "[": "]",
  "]": "[",
  "{": "}",
  "}": "{",
  "«": "»",
  "»": "«",
};

/** Gap, in parts of the type's size, that parts words. */
const WORD_GAP = 0.15;

function joinRuns(runs: readonly Run[], isRightToLeft: boolean): string {
  let text = "";
  let before: Run | null = null;
  for (const run of runs) {
    if (before !== null) {
      const [first, second] = isRightToLeft ? [run, before] : [before, run];
      const gap = second.x - (first.x + first.width);
      const size = Math.min(run.size, before.size);
      // Letters may hang over the next a little; what lies far back is another word.
      if (gap > size * WORD_GAP || gap < -size) text += " ";
    }
    text += run.text;
    before = run;
  }
  return text;
}
