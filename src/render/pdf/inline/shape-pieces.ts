/** A word and what it is set in in, its pieces out: one, or several when it needs several faces. */
import type { InlineText } from "../boxes/box.js";
import type { Style } from "../css/properties.js";
import { setWord } from "../fonts/set-word.js";
import type { DirectedPiece, TextPiece } from "./piece.js";

/** @returns pieces in the order read */
export function shapePieces(
  source: InlineText,
  text: string,
  breakAfter: boolean,
  missing: (letter: string) => void,
  direction = directionOf(text),
): readonly TextPiece[] {
  const way = direction.level % 2 === 1 ? "rtl" : "ltr";
  const { style, language } = source;
  const line = direction.baseLevel % 2 === 1 ? "rtl" : "ltr";
  const runs = setWord(style, language, text === TAB ? " " : text, way, missing, line);
  const { level, baseLevel } = direction;
  return runs.map((run, index): TextPiece => {
    const piece: TextPiece = {
      kind: "text",
      ...run,
      ...(index === 0 ? direction : { level, baseLevel }),
      source,
      order: index,
      isSpace: run.text === " " && style.whiteSpace !== "break-spaces",
      breakAfter: breakAfter && index === runs.length - 1,
    };
    if (run.text !== " " && run.text !== "\u00a0") return piece;
    const width = run.width + style.wordSpacing;
    return text === TAB ? { ...piece, width, tab: tabOf(style, width) } : { ...piece, width };
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
