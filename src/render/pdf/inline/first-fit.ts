/** Pieces and a measure in, the pieces of each line out: as many on each as fit (UAX #14). */
import type { Measure } from "./break-lines.js";
import { hangAtEnd } from "./hang-punctuation.js";
import { hyphenateAt, hyphenPointsOf } from "./hyphenate.js";
import type { SizedPiece, TextPiece } from "./piece.js";
import { splitWord } from "./split-word.js";
import { isSeen, isSpace, trimEnd } from "./trim-line.js";

export function fitFirst(
  pieces: readonly SizedPiece[],
  measure: Measure,
): readonly (readonly SizedPiece[])[] {
  const lines: (readonly SizedPiece[])[] = [];
  const pending = [...pieces].reverse();
  let line = emptyLine();
  const roomFor = (first: number, room: number) => (part: number) =>
    part === 0 ? room : measure(first + part) + TOLERANCE;
  const putBack = (rest: readonly SizedPiece[]) => {
    for (const piece of rest.toReversed()) pending.push(piece);
  };
  const endLine = (ended: readonly SizedPiece[], rest: readonly SizedPiece[]) => {
    lines.push(trimEnd(ended));
    putBack(rest);
    line = emptyLine();
  };
  for (let piece = pending.pop(); piece; piece = pending.pop()) {
    const room = measure(lines.length) + TOLERANCE - line.width;
    const overflows = piece.width - hangAtEnd(piece) > room && !isSpace(piece);
    const hyphenated = overflows ? hyphenateLine(line, piece, room) : undefined;
    if (hyphenated) {
      endLine([...line.pieces.slice(0, hyphenated.kept), hyphenated.before], hyphenated.rest);
    } else if (overflows && breaksAnywhere(piece) && isDivisible(piece) && fits(piece, room)) {
      putBack(splitWord(piece, roomFor(lines.length, room)));
    } else if (overflows && line.breakable > 0) {
      pending.push(piece);
      endLine(line.pieces.slice(0, line.breakable), line.pieces.slice(line.breakable));
    } else if (overflows && isDivisible(piece)) {
      putBack(splitWord(piece, roomFor(lines.length, room)));
    } else {
      const placed = reachTabStop(piece, line.width);
      line.pieces.push(placed);
      line.width += placed.width;
      if (piece.breakAfter) line.breakable = line.pieces.length;
      if (piece.kind === "break") endLine(line.pieces, []);
    }
  }
  if (line.pieces.some(isSeen)) lines.push(trimEnd(line.pieces));
  return lines;
}

/** Whether the first letter has room. */
function fits(piece: TextPiece, room: number): boolean {
  return (splitWord(piece, () => 0)[0]?.width ?? 0) <= room;
}

/** @param before pt from the line's beginning */
function reachTabStop(piece: SizedPiece, before: number): SizedPiece {
  if (piece.kind !== "text" || !piece.tab) return piece;
  return { ...piece, width: piece.tab - (before % piece.tab) };
}

/** Widths are sums of rounded numbers. */
export const TOLERANCE = 0.01;

interface OpenLine {
  readonly pieces: SizedPiece[];
  width: number;
  /** How many pieces the line has up to its last permitted end; 0 when there is none yet. */
  breakable: number;
  isHyphenationTried: boolean;
}

function emptyLine(): OpenLine {
  return { pieces: [], width: 0, breakable: 0, isHyphenationTried: false };
}

export function isDivisible(piece: SizedPiece): piece is TextPiece {
  return (
    piece.kind === "text" &&
    (piece.source.style.overflowWrap !== "normal" ||
      piece.source.style.wordBreak === "break-word" ||
      breaksAnywhere(piece)) &&
    isWrapped(piece) &&
    piece.word.glyphs.length > 1
  );
}

/** Lines may end after any letter of it, not only where it is too long for a line of its own. */
function breaksAnywhere(piece: SizedPiece): boolean {
  if (piece.kind !== "text" || !isWrapped(piece)) return false;
  const { wordBreak, lineBreak } = piece.source.style;
  return wordBreak === "break-all" || lineBreak === "anywhere";
}

function isWrapped({ source }: TextPiece): boolean {
  return source.style.whiteSpace !== "nowrap" && source.style.whiteSpace !== "pre";
}

interface HyphenatedLine {
  /** How many of the line's pieces stay whole. */
  readonly kept: number;
  readonly before: TextPiece;
  readonly rest: readonly SizedPiece[];
}

/** The last place for a hyphen after the line's last permitted end. */
function hyphenateLine(
  line: OpenLine,
  overflowing: SizedPiece,
  room: number,
): HyphenatedLine | undefined {
  if (line.isHyphenationTried) return undefined;
  line.isHyphenationTried = true;
  const unbroken = [...line.pieces.slice(line.breakable), overflowing];
  let left = room;
  for (let index = unbroken.length - 1; index >= 0; index--) {
    const piece = unbroken[index];
    if (!piece) continue;
    if (index < unbroken.length - 1) left += piece.width;
    if (piece.kind !== "text") continue;
    for (const point of hyphenPointsOf(piece).toReversed()) {
      const parts = hyphenateAt(piece, point);
      if (!parts || parts.before.width > left) continue;
      const rest = [parts.after, ...unbroken.slice(index + 1)];
      return { kept: line.breakable + index, before: parts.before, rest };
    }
  }
  return undefined;
}
