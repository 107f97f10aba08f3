/** A word and what it is set in in, its pieces out: one, or several when it needs several faces. */
import type { InlineText } from "../boxes/box.js";
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
  const runs = setWord(source.style, source.language, text, way, missing);
  return runs.map((run, index) => ({
    kind: "text",
    ...run,
    ...direction,
    source,
    order: index,
    isSpace: run.text === " ",
    breakAfter: breakAfter && index === runs.length - 1,
  }));
}

/** Of a word that stands alone: the way of its letters. */
function directionOf(text: string): DirectedPiece {
  const level = /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? 1 : 0;
  return { level, baseLevel: level };
}
