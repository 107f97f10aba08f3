/** A word and what it is set in in, its pieces out: one, or several when it needs several faces. */
import type { InlineText } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { setWord } from "../fonts/set-word.js";
import type { DirectedPiece, TextPiece } from "./piece.js";

/**
 * @param order of the first piece
 * @returns pieces in the order read
 */
export function shapePieces(
  source: InlineText,
  text: string,
  breakAfter: boolean,
  missing: (letter: string) => void,
  direction = directionOf(text),
  order = 0,
): readonly TextPiece[] {
  const way = direction.level % 2 === 1 ? "rtl" : "ltr";
  const { style, language } = source;
  const line = direction.baseLevel % 2 === 1 ? "rtl" : "ltr";
  const runs = setWord(style, language, text === TAB ? " " : text, way, missing, line);
  const { level, baseLevel, parted } = direction;
  return runs.map((run, index): TextPiece => {
    const isGap = run.text === " " || run.text === "\u00a0";
    const width = isGap ? run.width + style.wordSpacing : run.width;
    // One literal, nothing copied in: pages hold these by the hundred thousand.
    const piece: TextPiece = {
      kind: "text",
      text: run.text,
      source,
      face: run.face,
      word: run.word,
      level,
      baseLevel,
      order: order + index,
      width,
      isSpace: run.text === " " && style.whiteSpace !== "break-spaces",
      breakAfter: breakAfter && index === runs.length - 1,
    };
    if (text === TAB) return { ...piece, tab: tabOf(style, width), ...direction };
    return index === 0 && parted !== undefined ? { ...piece, parted } : piece;
  });
}

const TAB = "\t";

/** pt from one tab stop to the next. @param space pt */
function tabOf({ tabSize }: Style, space: number): number {
  return typeof tabSize === "number" ? tabSize : tabSize.spaces * space;
}

/** Of a word that stands alone: the way of its letters. */
function directionOf(text: string): DirectedPiece {
  const level = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? 1 : 0;
  return { level, baseLevel: level };
}
