/** Words with lines under, over or through them in, the lines out (CSS Text Decoration 4, 2). */
import type { Style } from "../css/properties.js";
import type { DecorationLine } from "../css/text-values.js";
import { primaryFace } from "../fonts/choose-faces.js";
import type { RuleMark } from "./page.js";

/** A stretch of a line in which all words have the same lines; pt. */
export interface DecoratedRun {
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  readonly width: number;
  /** Of the elements that ask for the lines, outermost first. */
  readonly value: readonly Style[];
}

export function placeDecorations({ x, y, width, value }: DecoratedRun): readonly RuleMark[] {
  return value.flatMap((style) =>
    style.textDecorationLine.map((line): RuleMark => {
      const { textDecorationThickness: asked, textDecorationColor: color } = style;
      const height = asked === "auto" ? THICKNESS * style.fontSize : asked;
      return {
        kind: "rule",
        x,
        y: y + topOf(line, style, height),
        width,
        height,
        color: color === "currentcolor" ? style.color : color,
      };
    }),
  );
}

/** em of an underline under the baseline, and of the thickness of every line. */
const DISTANCE = 0.1;
const THICKNESS = 0.05;

/** pt from the baseline down to the line's upper edge. */
function topOf(line: DecorationLine, style: Style, height: number): number {
  const { fontSize, textUnderlineOffset: offset } = style;
  switch (line) {
    case "underline":
      return offset === "auto" ? DISTANCE * fontSize : offset;
    case "overline":
      return -primaryFace(style).ascent * fontSize;
    case "line-through":
      return -(primaryFace(style).xHeight * fontSize + height) / 2;
  }
}
